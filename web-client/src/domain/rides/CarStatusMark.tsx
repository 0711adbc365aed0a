import type { CarRequestStatus } from '../../api/types';
import { tr } from '../../i18n/tr';
import { Icon } from '../../ui/Icon';
import { carStatusLooks } from '../carStatus';

export function CarStatusMark({ status }: { status: CarRequestStatus }) {
  const look = carStatusLooks[status];
  return (
    <span className={`badge ${look.tone}`}>
      <Icon name={look.icon} />
      {tr(`carStatus.${status}`)}
    </span>
  );
}
