import type { WorkSums } from '../api/types';
import { number } from '../i18n/format';
import { tw } from '../i18n/tw';
import { rupiah } from './rupiah';

/** What the works come to together; its room is there before the figures are. */
export function WorkSumsRow({ sums }: { sums: WorkSums | undefined }) {
  const text = (figure: (sums: WorkSums) => string) => (sums ? figure(sums) : '–');
  const figures = [
    { label: tw('work.sum.works'), text: text((it) => number(it.works)) },
    { label: tw('work.sum.planned'), text: text((it) => rupiah(it.planned)) },
    { label: tw('work.sum.realised'), text: text((it) => rupiah(it.realised)) },
    { label: tw('work.sum.late'), text: text((it) => number(it.late)) },
  ];
  return (
    <dl className="work-sums">
      {figures.map((it) => (
        <div key={it.label} className="card">
          <dt className="small muted">{it.label}</dt>
          <dd>{it.text}</dd>
        </div>
      ))}
    </dl>
  );
}
