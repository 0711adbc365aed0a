import { useState } from 'react';
import type { WorkDetail } from '../../api/types';
import { tn } from '../../i18n/tn';
import { Pages } from '../../ui/Pages';
import { FindingCard } from './FindingCard';
import { RecordFindingForm } from './RecordFindingForm';
import { useFindings } from './useMonev';

/** What was found at a work, and the form of who may examine it. */
export function WorkFindings({ work }: { work: Pick<WorkDetail, 'id' | 'planNumber' | 'mayExamine'> }) {
  const findings = useFindings({ work: work.id });
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stack" aria-labelledby="findings">
      <h2 id="findings">{tn('finding.title')}</h2>
      <Pages className="stack" query={findings} empty={tn('finding.noneYet')}>
        {(it) => <FindingCard key={it.id} finding={it} isOfWork />}
      </Pages>
      {work.mayExamine && work.planNumber === 0 && <p className="small muted">{tn('finding.notPlanned')}</p>}
      {work.mayExamine && work.planNumber > 0 && (
        <>
          <p>
            <button
              type="button"
              className="button quiet compact"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {tn('finding.record')}
            </button>
          </p>
          {isOpen && <RecordFindingForm workId={work.id} />}
        </>
      )}
    </section>
  );
}
