import { Link } from 'wouter';
import type { PublicMap } from '../../api/types';
import { number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { type MapFilters, writeFilters } from './mapFilters';
import '../../ui/table.css';

interface WardTableProps {
  /** Undefined before the first answer. */
  wards: PublicMap['wards'] | undefined;
  filters: MapFilters;
}

/** The shades of the map as numbers; the name of a ward leads to its reports. */
export function WardTable({ wards, filters }: WardTableProps) {
  const sorted = [...(wards ?? [])].sort(
    (a, b) => b.count - a.count || a.kelurahan.name.localeCompare(b.kelurahan.name, 'id'),
  );
  return (
    <details className="ward-table">
      <summary>{t('map.table')}</summary>
      {wards?.length === 0 && <p className="muted">{t('map.none')}</p>}
      {sorted.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('place.wardLegend')}</th>
              <th scope="col">{t('map.reports')}</th>
              <th scope="col">{t('map.open')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ kelurahan, count, open }) => (
              <tr key={kelurahan.code}>
                <th scope="row">
                  <Link href={`/peta?${writeFilters({ ...filters, kelurahan: kelurahan.code })}`}>
                    {kelurahan.name}
                  </Link>
                </th>
                <td>{number(count)}</td>
                <td>{number(open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
