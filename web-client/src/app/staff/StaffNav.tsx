import { Link, useRoute } from 'wouter';
import { useMay } from '../../api/account';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';

/** The pages beside the queue, for those who may see them. */
export function StaffNav() {
  const [isHere] = useRoute('/kotak-keluar');
  if (!useMay('manageReferenceData')) return null;
  return (
    <nav className="staff-nav" aria-label={t('staff.pages')}>
      <Link href="/kotak-keluar" aria-current={isHere ? 'page' : undefined}>
        <Icon name="inbox" />
        {t('outbox.title')}
      </Link>
    </nav>
  );
}
