import type { SimilarPublicReport } from '../../api/types';
import { t } from '../../i18n/t';
import { Neighbour } from './Neighbour';

interface AlreadyReportedProps {
  neighbours: SimilarPublicReport[];
  /** This report tells of something else, or is to be sent all the same. */
  onDifferent: () => void;
  /** Joining that report was enough. */
  onSettled: (reportId: string) => void;
}

/** "Apakah ini yang Anda maksud?": to join a report that exists is quicker than to write one, and never demanded. */
export function AlreadyReported({ neighbours, onDifferent, onSettled }: AlreadyReportedProps) {
  return (
    <section className="card stack already-reported" aria-labelledby="sudah-dilaporkan">
      <h2 id="sudah-dilaporkan">{t('neighbours.title')}</h2>
      <p className="small">{t('neighbours.text')}</p>
      <ul className="neighbours">
        {neighbours.map((it) => (
          <Neighbour key={it.report.id} neighbour={it} onSettled={onSettled} />
        ))}
      </ul>
      <button type="button" className="button quiet wide" onClick={onDifferent}>
        {t('neighbours.different')}
      </button>
    </section>
  );
}
