import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { brand } from '../../domain/brand';
import { EmergencyLink } from '../../domain/EmergencyLink';
import { AccountMenu } from '../../features/account/AccountMenu';
import { ShortcutHelp } from '../../features/shortcuts/ShortcutHelp';
import { t } from '../../i18n/t';
import { BrandMark } from '../../ui/BrandMark';
import { StaffNav } from './StaffNav';

export function StaffShell({ children }: { children: ReactNode }) {
  return (
    <>
      <button type="button" className="skip-link" onClick={() => document.getElementById('isi')?.focus()}>
        {t('shell.skip')}
      </button>
      <header className="staff-masthead">
        <Link href="/" className="staff-brand">
          <BrandMark />
          <span>
            <span className="staff-brand-name">{brand.name} </span>
            <span className="staff-brand-role">{t('staff.role')}</span>
          </span>
        </Link>
        <StaffNav />
        <ShortcutHelp />
        <AccountMenu />
        <EmergencyLink />
      </header>
      <main id="isi" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
