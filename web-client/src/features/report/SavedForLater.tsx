import { Link } from 'wouter';
import { WaitingReports } from '../../domain/outbox/WaitingReports';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';

/** Where a report without a network arrives: it is safe, and what becomes of it is told here. */
export function SavedForLater() {
  return (
    <div className="stack-large">
      <div className="stack">
        <Heading title={t('saved.title')} />
        <p>{t('saved.text')}</p>
      </div>
      <WaitingReports />
      <Link href="/" className="button quiet wide">
        {t('notFound.home')}
      </Link>
    </div>
  );
}
