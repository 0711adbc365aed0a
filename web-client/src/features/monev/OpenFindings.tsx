import { useState } from 'react';
import type { MonevReport } from '../../api/types';
import { tn } from '../../i18n/tn';
import { FindingCard } from './FindingCard';

const shownFirst = 8;

/** What was found by then and not closed, the gravest first. */
export function OpenFindings({ report }: { report: MonevReport }) {
  const [isWhole, setWhole] = useState(false);
  const open = report.findings.filter((it) => it.state !== 'closed');
  return (
    <section className="stack" aria-labelledby="open-findings">
      <h2 id="open-findings">{tn('monev.findings')}</h2>
      {open.length === 0 && <p className="muted">{tn('finding.noneOpen')}</p>}
      <ul className="monev-cards">
        {open.slice(0, isWhole ? undefined : shownFirst).map((it) => (
          <FindingCard key={it.id} finding={it} asOf={report.asOf} />
        ))}
      </ul>
      {!isWhole && open.length > shownFirst && (
        <button type="button" className="button quiet" onClick={() => setWhole(true)}>
          {tn('monev.all', { count: open.length })}
        </button>
      )}
    </section>
  );
}
