import type { CarRequestStatus } from '../api/types';
import type { IconName } from '../ui/Icon';

/** How a status looks; its words tell the same without colour. */
export const carStatusLooks: Record<CarRequestStatus, { tone: string; icon: IconName }> = {
  requested: { tone: 'warn', icon: 'clock' },
  approved: { tone: 'ok', icon: 'check' },
  underWay: { tone: '', icon: 'route' },
  done: { tone: 'plain', icon: 'check' },
  refused: { tone: 'err', icon: 'close' },
  cancelled: { tone: 'plain', icon: 'close' },
  noShow: { tone: 'plain', icon: 'warning' },
};
