import type { PublicMap } from '../../api/types';
import { number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { breaksOf } from './classes';

/** What the shades of the wards mean, in numbers. */
export function Legend({ wards }: { wards: PublicMap['wards'] }) {
  const breaks = breaksOf(wards.map((it) => it.count));
  const range = (index: number) => {
    const [from = 0, next] = [breaks[index], breaks[index + 1]];
    if (next === undefined) return t('map.orMore', { count: number(from) });
    return next - 1 === from ? number(from) : `${number(from)}–${number(next - 1)}`;
  };
  return (
    <div className="legend">
      <p className="small">{t('map.legend')}</p>
      <ul>
        {['0', ...breaks.map((_, index) => range(index))].map((text, shade) => (
          <li key={text}>
            <span className="shade" data-shade={shade} />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
