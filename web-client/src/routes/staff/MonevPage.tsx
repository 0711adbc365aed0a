import { useMay } from '../../api/account';
import { ProgrammeTabs } from '../../domain/ProgrammeTabs';
import { FindingList } from '../../features/monev/FindingList';
import { FindingView } from '../../features/monev/FindingView';
import { MonevView } from '../../features/monev/MonevView';
import { t } from '../../i18n/t';
import { tn } from '../../i18n/tn';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import '../../domain/work.css';
import '../../features/merata/merata.css';
import '../../features/monev/monev.css';

// biome-ignore-start lint/performance/noBarrelFile: all of Monev comes in one piece, and only to who opens it
export { WorkFindings } from '../../features/monev/WorkFindings';
export { loadMonevMessages } from '../../i18n/tn';
// biome-ignore-end lint/performance/noBarrelFile: see above

/** The watch over Merata: its figures, and what was found. */
export function MonevPage({ part, id }: { part?: string | undefined; id?: string | undefined }) {
  const may = useMay('readWorks');
  return (
    <div className="merata-page stack-large">
      <header className="stack">
        <Heading title={tn(part === 'temuan' ? 'finding.title' : 'monev.title')} />
        {may && <ProgrammeTabs title={(tab) => tn(`monev.tab.${tab}`)} />}
        {may && part !== 'temuan' && <p className="muted">{tn('monev.lead')}</p>}
        {!may && (
          <Notice tone="err">
            <p>{t('problem.permission_required')}</p>
          </Notice>
        )}
      </header>
      {may &&
        (part !== 'temuan' ? <MonevView /> : id === undefined ? <FindingList /> : <FindingView key={id} id={id} />)}
    </div>
  );
}
