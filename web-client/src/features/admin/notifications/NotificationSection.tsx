import type { NotificationRule } from '../../../api/types';
import { t } from '../../../i18n/t';
import { ta } from '../../../i18n/ta';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { Skeleton } from '../../../ui/Skeleton';
import { useDraftKeys } from '../frame/drafts';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { UnsavedMark } from '../frame/UnsavedMark';
import { OccasionRules } from './OccasionRules';
import { TemplateForm } from './TemplateForm';
import { useMatrix, useTemplates } from './useMatrix';
import { occasions, ways } from './ways';

type Occasion = NotificationRule['occasion'];

/** Who is told what on which occasion, and in which words. */
export function NotificationSection({ base, item }: SectionProps) {
  const matrix = useMatrix();
  const templates = useTemplates();
  const drafts = useDraftKeys();
  const rules = matrix.data?.rules ?? [];
  const occasion = occasions.find((it) => it === item);

  const columns: Column<Occasion>[] = [
    {
      key: 'occasion',
      title: ta('notify.occasion'),
      cell: (it) => (
        <>
          {t(`occasion.${it}`)}
          {drafts.some((key) => key.startsWith(`pemberitahuan/${it}`)) && <UnsavedMark />}
        </>
      ),
    },
    {
      key: 'who',
      title: ta('notify.who'),
      cell: (it) => told(it, rules) || ta(it === 'ownReports' ? 'notify.onRequest' : 'notify.nobody'),
    },
  ];

  return (
    <SectionPage
      title={ta('notify.title')}
      lead={ta('notify.lead')}
      base={base}
      item={item && (occasion ? t(`occasion.${occasion}`) : item)}
      list={
        <>
          {matrix.isPending && <Skeleton shape="line" count={8} />}
          {matrix.isError && <Failure problem={matrix.error} onRetry={() => void matrix.refetch()} />}
          {matrix.isSuccess && (
            <DataTable
              caption={ta('notify.title')}
              columns={columns}
              rows={occasions}
              rowKey={(it) => it}
              href={(it) => `${base}/${it}`}
              selected={item}
              empty={ta('admin.noneFound')}
            />
          )}
        </>
      }
    >
      {occasion && occasion !== 'ownReports' && matrix.data && templates.data && (
        <OccasionRules key={occasion} occasion={occasion} matrix={matrix.data} templates={templates.data} />
      )}
      {occasion && (
        <section className="stack">
          <h2>{ta('notify.words')}</h2>
          {templates.isPending && <Skeleton shape="card" count={2} />}
          {templates.isError && <Failure problem={templates.error} onRetry={() => void templates.refetch()} />}
          {templates.data
            ?.filter((it) => it.occasion === occasion)
            .map((it) => (
              <TemplateForm key={`${it.occasion}.${it.voice}.${it.language}`} template={it} />
            ))}
        </section>
      )}
      {matrix.isSuccess && !occasion && <p>{ta('admin.notThere')}</p>}
    </SectionPage>
  );
}

/** "Pelapor: surel, WhatsApp. Petugas: surel." */
function told(occasion: Occasion, rules: NotificationRule[]): string {
  const here = ways.filter((way) =>
    rules.some((it) => it.occasion === occasion && it.recipient === way.recipient && it.medium === way.medium),
  );
  const recipients = [...new Set(here.map((it) => it.recipient))];
  return recipients
    .map((who) => {
      const media = here.filter((it) => it.recipient === who).map((it) => t(`medium.${it.medium}`));
      return `${t(`recipient.${who}`)}: ${media.join(', ')}`;
    })
    .join('; ');
}
