import { Link, useLocation } from 'wouter';
import { useAccount } from '../../api/account';
import type { Permission } from '../../api/types';
import { type MessageKey, t } from '../../i18n/t';
import { Icon, type IconName } from '../../ui/Icon';

const pages: { path: string; also?: string; title: MessageKey; icon: IconName; anyOf: Permission[] }[] = [
  { path: '/operator', title: 'staff.operator', icon: 'phone', anyOf: ['readCalls', 'handleDispatches'] },
  {
    path: '/admin',
    title: 'staff.admin',
    icon: 'tool',
    anyOf: ['manageReferenceData', 'manageAccounts', 'manageClients'],
  },
  { path: '/statistik', title: 'stats.title', icon: 'chart', anyOf: ['readReports', 'readAllReports'] },
  { path: '/mobil', title: 'staff.cars', icon: 'route', anyOf: ['readCars'] },
  { path: '/merata', also: '/monev', title: 'staff.works', icon: 'tool', anyOf: ['readWorks'] },
  { path: '/kotak-keluar', title: 'outbox.title', icon: 'inbox', anyOf: ['manageReferenceData'] },
  { path: '/akses', title: 'staff.accessLog', icon: 'lock', anyOf: ['readAuditLog'] },
];

/** The pages beside the queue, for those who may see them. */
export function StaffNav() {
  const [path] = useLocation();
  const account = useAccount();
  const held = 'session' in account ? account.session.permissions : [];
  const open = pages.filter((it) => it.anyOf.some((one) => held.includes(one)));
  // where it has a line of its own, that is there before it is known what stands in it: nothing below may jump
  if (open.length === 0) return <div className="staff-nav" />;
  return (
    <nav className="staff-nav" aria-label={t('staff.pages')}>
      {open.map((it) => (
        <Link
          key={it.path}
          href={it.path}
          aria-current={path.startsWith(it.path) || (it.also && path.startsWith(it.also)) ? 'page' : undefined}
        >
          <Icon name={it.icon} />
          {t(it.title)}
        </Link>
      ))}
    </nav>
  );
}
