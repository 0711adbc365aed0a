import { Link } from 'wouter';
import { weekday } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { carRequestPath, keptCarRequests } from './keptCarRequests';

export function MyCarRequests() {
  const kept = keptCarRequests();
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="my-cars">
      <h2 id="my-cars">{tm('car.mine')}</h2>
      <ul className="my-cars">
        {kept.map((it) => (
          <li key={it.code}>
            <Link href={carRequestPath(it.code, it.secret)}>{it.code}</Link>{' '}
            <span className="muted">{weekday(it.from)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
