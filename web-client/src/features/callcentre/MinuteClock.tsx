import type { Dispatch } from '../../api/types';
import { tc } from '../../i18n/tc';
import { Icon, type IconName } from '../../ui/Icon';

const minute = 60_000;

/** The minutes of an emergency: what is left, how late it is, or how long help took. In words and with a drawing; the colour only repeats them. */
export function MinuteClock({ dispatch, now }: { dispatch: Dispatch; now: number }) {
  const { tone, icon, text } = said(dispatch, now);
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

function said(dispatch: Dispatch, now: number): { tone: string; icon: IconName; text: string } {
  const { receivedAt, dueAt, firstOnSceneAt, state } = dispatch;
  if (state === 'cancelled') return { tone: 'plain', icon: 'close', text: tc('board.cancelled') };
  const due = Date.parse(dueAt);
  if (firstOnSceneAt) {
    const arrived = Date.parse(firstOnSceneAt);
    const count = Math.max(0, Math.round((arrived - Date.parse(receivedAt)) / minute));
    const isLate = arrived > due;
    return { tone: isLate ? 'err' : 'plain', icon: isLate ? 'warning' : 'check', text: tc('board.arrived', { count }) };
  }
  if (state === 'done') return { tone: 'plain', icon: 'check', text: tc('board.done') };
  const left = due - now;
  return left < 0
    ? { tone: 'err', icon: 'warning', text: tc('board.late', { count: Math.ceil(-left / minute) }) }
    : { tone: 'warn', icon: 'clock', text: tc('board.left', { count: Math.ceil(left / minute) }) };
}
