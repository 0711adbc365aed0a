import type { WorkLine } from '../api/types';
import { tw } from '../i18n/tw';
import { rupiah } from './rupiah';
import '../ui/table.css';

/** What each line was to cost and did, with its sums. */
export function WorkMoney({ lines, planned, realised }: { lines: WorkLine[]; planned: number; realised: number }) {
  const isSpent = lines.some((it) => it.realised !== null);
  return (
    <div className="work-money">
      <table className="table">
        <caption className="visually-hidden">{tw('work.money')}</caption>
        <thead>
          <tr>
            <th scope="col">{tw('work.line')}</th>
            <th scope="col">{tw('work.planned')}</th>
            {isSpent && <th scope="col">{tw('work.realised')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((it) => (
            <tr key={it.name}>
              <th scope="row">
                {it.name}
                {it.reason && <span className="work-over small">{tw('work.over', { reason: it.reason })}</span>}
              </th>
              <td>{rupiah(it.planned)}</td>
              {isSpent && <td>{it.realised === null ? '–' : rupiah(it.realised)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{tw('work.total')}</th>
            <td>{rupiah(planned)}</td>
            {isSpent && <td>{rupiah(realised)}</td>}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
