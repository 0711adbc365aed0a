import { Link } from 'wouter';
import type { MonevArea, MonevReport } from '../../api/types';
import { rupiah } from '../../domain/rupiah';
import { number } from '../../i18n/format';
import { tn } from '../../i18n/tn';
import '../../ui/table.css';

interface AreaTableProps {
  report: MonevReport;
  hrefOf: (area: string) => string;
}

/** Works, money and findings of each part of the area; a part leads to itself alone. */
export function AreaTable({ report, hrefOf }: AreaTableProps) {
  const { total, kecamatan, kelurahan } = report;
  const rows =
    kecamatan.length > 1
      ? kecamatan.flatMap((above) => [above, ...kelurahan.filter((it) => isIn(it, above))])
      : kelurahan;
  return (
    <section className="stack" aria-labelledby="areas">
      <h2 id="areas">{tn('monev.areas')}</h2>
      {rows.length > 1 && <p className="small muted no-print">{tn('monev.areasHint')}</p>}
      <table className="table monev-areas">
        <caption className="visually-hidden">{tn('monev.areas')}</caption>
        <thead>
          <tr>
            <th scope="col">{tn('monev.area')}</th>
            <th scope="col" className="is-wide">
              {tn('monev.works')}
            </th>
            <th scope="col" className="is-wide">
              {tn('monev.complete')}
            </th>
            <th scope="col" className="is-wide">
              {tn('monev.late')}
            </th>
            <th scope="col">{tn('monev.money')}</th>
            <th scope="col">{tn('monev.findings')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((it) => (
            <Row key={it.area?.code} row={it} isAbove={kecamatan.includes(it)} href={hrefOf(it.area?.code ?? '')} />
          ))}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <Row row={total} isAbove />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Row({ row, isAbove, href }: { row: MonevArea; isAbove: boolean; href?: string }) {
  const { area, works, complete, late, planned, realised, openFindings, seriousFindings } = row;
  const name = area?.name ?? tn('monev.total');
  return (
    <tr className={isAbove ? 'is-above' : undefined}>
      <th scope="row">
        {href ? <Link href={href}>{isAbove ? tn('monev.kecamatan', { name }) : name}</Link> : name}
        <span className="is-narrow small muted">{tn('monev.worksLine', { works, complete, late })}</span>
      </th>
      <td className="is-wide">{number(works)}</td>
      <td className="is-wide">{number(complete)}</td>
      <td className={late > 0 ? 'is-wide finding-late' : 'is-wide'}>{number(late)}</td>
      <td className="small">
        {tn('monev.spent', { realised: rupiah(realised), planned: rupiah(planned) })}
        <span className="work-bar" aria-hidden="true">
          <span style={{ width: `${planned > 0 ? Math.min(100, (100 * realised) / planned) : 0}%` }} />
        </span>
      </td>
      <td>
        {number(openFindings)}
        {seriousFindings > 0 && (
          <span className="finding-late small monev-serious">
            {tn('monev.serious')}: {number(seriousFindings)}
          </span>
        )}
      </td>
    </tr>
  );
}

/** The code of a kelurahan begins with that of its kecamatan (Kemendagri). */
function isIn(ward: MonevArea, kecamatan: MonevArea): boolean {
  return ward.area?.code.startsWith(`${kecamatan.area?.code}.`) ?? false;
}
