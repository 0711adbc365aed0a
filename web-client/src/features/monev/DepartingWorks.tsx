import { useState } from 'react';
import { Link } from 'wouter';
import type { MonevWork } from '../../api/types';
import { rupiah } from '../../domain/rupiah';
import { number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { tn } from '../../i18n/tn';
import { Icon } from '../../ui/Icon';
import { onDay } from './findingParts';

const shownFirst = 8;

/** The works that depart from their plan, each with what departs. */
export function DepartingWorks({ works }: { works: MonevWork[] }) {
  const [isWhole, setWhole] = useState(false);
  const departing = works.filter((it) => it.deviations.length > 0);
  return (
    <section className="stack" aria-labelledby="departing">
      <h2 id="departing">{tn('monev.departing')}</h2>
      {departing.length === 0 && <p className="muted">{tn('monev.noneDeparting')}</p>}
      <ul className="monev-cards">
        {departing.slice(0, isWhole ? undefined : shownFirst).map((it) => (
          <li key={it.id} className="card stack">
            <h3>
              <Link href={`/merata/${it.id}`}>{it.title}</Link>
            </h3>
            <p className="small muted">
              {tn('monev.place', { ward: it.kelurahan.name, stage: t(`workStage.${it.stage}`) })}
            </p>
            <ul className="monev-departures">
              {it.deviations.map((kind) => (
                <li key={kind}>
                  <Icon name="warning" />
                  {departureText(it, kind)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {!isWhole && departing.length > shownFirst && (
        <button type="button" className="button quiet" onClick={() => setWhole(true)}>
          {tn('monev.all', { count: departing.length })}
        </button>
      )}
    </section>
  );
}

function departureText(work: MonevWork, kind: MonevWork['deviations'][number]): string {
  switch (kind) {
    case 'late':
      return tn('deviation.late', { days: work.daysLate, day: onDay(work.endsOn) });
    case 'overspent':
      return tn('deviation.overspent', { realised: rupiah(work.realised), planned: rupiah(work.planned) });
    case 'volume':
      return tn('deviation.volume', {
        built: number(work.realisedVolume ?? 0),
        planned: number(work.volume),
        unit: work.unit,
      });
    case 'beneficiaries':
      return tn('deviation.beneficiaries', {
        reached: number(work.reachedBeneficiaries ?? 0),
        planned: number(work.beneficiaries),
      });
    case 'openFinding':
    case 'seriousFinding':
      return tn(`deviation.${kind}`);
  }
}
