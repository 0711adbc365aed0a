import { Link } from 'wouter';
import type { ReportCar } from '../../api/types';
import { clock, weekday } from '../../i18n/format';
import { tr } from '../../i18n/tr';
import { CarStatusMark } from './CarStatusMark';

// biome-ignore lint/performance/noBarrelFile: the words come with the part that needs them
export { loadRideMessages } from '../../i18n/tr';

/** The rides that serve a report: state, when, and which car or who decides. */
export function RideList({ rides }: { rides: ReportCar[] }) {
  return (
    <ul className="stack">
      {rides.map((it) => (
        <li key={it.id}>
          <p className="row">
            <CarStatusMark status={it.status} />
            {it.open ? (
              <Link href={`/mobil/permintaan/${it.id}`}>{it.trackingCode}</Link>
            ) : (
              <span className="small">{it.trackingCode}</span>
            )}
          </p>
          <p className="small">
            {weekday(it.from)}, {clock(it.from).replace(' WIB', '')}–{clock(it.until)} ·{' '}
            {it.car ?? tr('ride.decides', { agency: it.agency.name })}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Beside a report: its rides, and the way to ask for one. */
export function ReportRides({ rides, askHref }: { rides: ReportCar[]; askHref: string | undefined }) {
  return (
    <section className="card stack" aria-labelledby="rides">
      <h2 id="rides">{tr('ride.title')}</h2>
      {rides.length > 0 ? <RideList rides={rides} /> : <p className="muted">{tr('ride.none')}</p>}
      {askHref && (
        <Link href={askHref} className="button quiet compact">
          {tr('ride.ask')}
        </Link>
      )}
    </section>
  );
}
