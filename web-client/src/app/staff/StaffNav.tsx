import { Link, useLocation } from 'wouter';
import { useAccount } from '../../api/account';
import type { Permission } from '../../api/types';
import { type MessageKey, t } from '../../i18n/t';
import { Icon, type IconName } from '../../ui/Icon';

const pages: { path: string; title: MessageKey; icon: IconName; anyOf: Permission[] }[] = [
  {
    path: '/admin',
    title: 'staff.admin',
    icon: 'tool',
    anyOf: ['manageReferenceData', 'manageAccounts', 'manageClients'],
  },
  { path: '/kotak-keluar', title: 'outbox.title', icon: 'inbox', anyOf: ['manageReferenceData'] },
  { path: '/akses', title: 'accessLog.title', icon: 'lock', anyOf: ['readAuditLog'] },
];

/** The pages beside the queue, for those who may see them. */
export function StaffNav() {
  const [path] = useLocation();
  const account = useAccount();
  const held = 'session' in account ? account.session.permissions : [];
  const open = pages.filter((it) => it.anyOf.some((one) => held.includes(one)));
  if (open.length === 0) return null;
  return (
    <nav className="staff-nav" aria-label={t('staff.pages')}>
      {open.map((it) => (
        <Link key={it.path} href={it.path} aria-current={path.startsWith(it.path) ? 'page' : undefined}>
          <Icon name={it.icon} />
          {t(it.title)}
        </Link>
      ))}
    </nav>
  );
}
