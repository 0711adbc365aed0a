import { lazy, Suspense } from 'react';
import { useMay } from '../../api/account';
import { ProgrammeTabs } from '../../domain/ProgrammeTabs';
import { WorkDetail } from '../../features/merata/WorkDetail';
import { WorkForm } from '../../features/merata/WorkForm';
import { WorkList } from '../../features/merata/WorkList';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import '../../domain/work.css';
import '../../features/merata/merata.css';

// biome-ignore lint/performance/noBarrelFile: the words come with the page that needs them
export { loadWorkMessages } from '../../i18n/tw';

const WorkFindings = lazy(async () => {
  const monev = await import('./MonevPage');
  await monev.loadMonevMessages();
  return { default: monev.WorkFindings };
});

/** The works of one's area: the list, one of them, or a new proposal. */
export function StaffWorksPage({ id }: { id?: string | undefined }) {
  const may = useMay('readWorks');
  return (
    <div className="merata-page stack-large">
      <header className="stack">
        <Heading title={tw('work.staffTitle')} />
        {may && <ProgrammeTabs title={(tab) => tw(`programmeTab.${tab}`)} />}
      </header>
      {!may && (
        <Notice tone="err">
          <p>{t('problem.permission_required')}</p>
        </Notice>
      )}
      {may &&
        (id === undefined ? (
          <WorkList />
        ) : id === 'baru' ? (
          <WorkForm work={undefined} />
        ) : (
          <WorkDetail
            key={id}
            id={id}
            findings={(work) => (
              <Suspense fallback={<Skeleton shape="card" />}>
                <WorkFindings work={work} />
              </Suspense>
            )}
          />
        ))}
    </div>
  );
}
