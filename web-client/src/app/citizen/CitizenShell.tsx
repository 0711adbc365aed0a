import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { brand } from '../../domain/brand';
import { EmergencyLink } from '../../domain/EmergencyLink';
import { chooseLanguage, language, t } from '../../i18n/t';
import { BrandMark } from '../../ui/BrandMark';
import { NetworkState } from './NetworkState';

export function CitizenShell({ isHome, children }: { isHome: boolean; children: ReactNode }) {
  return (
    <>
      <button type="button" className="skip-link" onClick={skipToContent}>
        {t('shell.skip')}
      </button>
      <header className="masthead">
        <Link href="/" className="brand">
          <BrandMark />
          <span>{brand.name}</span>
        </Link>
        <EmergencyLink />
        <NetworkState />
      </header>
      <main id="isi" tabIndex={-1} className={isHome ? 'home' : 'page'}>
        {children}
      </main>
      <footer className="foot">
        <nav aria-label={t('shell.footer')}>
          <Link href="/lapor">{t('home.report')}</Link>
          <Link href="/lacak">{t('home.track')}</Link>
          <a href="/petugas/">{t('shell.staff')}</a>
          <button
            type="button"
            className="text-button"
            lang={language === 'id' ? 'en' : 'id'}
            onClick={() => chooseLanguage(language === 'id' ? 'en' : 'id')}
          >
            {t('shell.otherLanguage')}
          </button>
        </nav>
        <p className="small muted">{t('shell.about', { city: brand.city })}</p>
      </footer>
    </>
  );
}

// no link: on the tracking page the fragment holds the secret of the report
function skipToContent(): void {
  document.getElementById('isi')?.focus();
}
