import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import './dataTable.css';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** What the column sorts by; one without it does not sort. */
  sortBy?: (row: Row) => string | number;
  /** Left out where the table is narrow. */
  isExtra?: boolean;
}

interface DataTableProps<Row> {
  /** What the table lists, for those who do not see it. */
  caption: string;
  /** The first one names the row. */
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads. */
  href?: (row: Row) => string;
  selected?: string | undefined;
  /** Said where there is nothing. */
  empty: string;
}

/** Rows that can be sorted by their heads and opened as a whole. They keep the given order until somebody sorts. */
export function DataTable<Row>({ caption, columns, rows, rowKey, href, selected, empty }: DataTableProps<Row>) {
  const [sort, setSort] = useState<{ key: string; isDown: boolean }>();
  const by = columns.find((it) => it.key === sort?.key)?.sortBy;
  const sorted = by && sort ? rows.toSorted((a, b) => compare(by(a), by(b)) * (sort.isDown ? -1 : 1)) : rows;
  const turn = (key: string) => setSort((it) => ({ key, isDown: it?.key === key && !it.isDown }));

  return (
    <div className="data-table-frame">
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((it) => (
              <th
                key={it.key}
                scope="col"
                className={it.isExtra ? 'is-extra' : undefined}
                aria-sort={it.key === sort?.key ? (sort.isDown ? 'descending' : 'ascending') : undefined}
              >
                {it.sortBy ? (
                  <button type="button" onClick={() => turn(it.key)}>
                    {it.title}
                    <span aria-hidden="true">{it.key !== sort?.key ? '' : sort.isDown ? ' ↓' : ' ↑'}</span>
                  </button>
                ) : (
                  it.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)} className={rowKey(row) === selected ? 'is-selected' : undefined}>
              {columns.map((it, index) =>
                index === 0 ? (
                  <th key={it.key} scope="row">
                    {href ? (
                      <Link href={href(row)} aria-current={rowKey(row) === selected ? 'true' : undefined}>
                        {it.cell(row)}
                      </Link>
                    ) : (
                      it.cell(row)
                    )}
                  </th>
                ) : (
                  <td key={it.key} className={it.isExtra ? 'is-extra' : undefined}>
                    {it.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="muted data-table-empty">{empty}</p>}
    </div>
  );
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'id');
}
