import type { CallKind } from '../../api/types';
import type { IconName } from '../../ui/Icon';

/** The kinds that a key logs, in the order of how often they come; the letters are those of their Indonesian names. */
export const kinds = [
  { kind: 'ghost', key: 's', icon: 'offline' },
  { kind: 'prank', key: 'i', icon: 'close' },
  { kind: 'information', key: 'f', icon: 'info' },
  { kind: 'complaint', key: 'k', icon: 'pen' },
  { kind: 'emergency', key: 'd', icon: 'warning' },
] as const satisfies { kind: CallKind; key: string; icon: IconName }[];

export const undoKey = 'u';
