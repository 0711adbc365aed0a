import { Link } from 'wouter';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';

export function NotFoundPage() {
  return (
    <div className="stack">
      <Heading title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      <p>
        <Link href="/">{t('notFound.home')}</Link>
      </p>
    </div>
  );
}
