import type { Status } from '../../api/types';
import type { MessageKey } from '../../i18n/t';

export interface ReporterMove {
  label: MessageKey;
  explanation: MessageKey;
  /** Said when it is done. */
  thanks: MessageKey;
  isMain: boolean;
  needsNote: boolean;
  /** There is something that a picture tells better. */
  takesPhotos: boolean;
}

const confirm: ReporterMove = {
  label: 'move.confirm',
  explanation: 'move.confirmText',
  thanks: 'move.confirmed',
  isMain: true,
  needsNote: false,
  takesPhotos: false,
};
const withdraw: ReporterMove = {
  label: 'move.withdraw',
  explanation: 'move.withdrawText',
  thanks: 'move.withdrawn',
  isMain: false,
  needsNote: false,
  takesPhotos: false,
};
const reopen: ReporterMove = {
  label: 'move.reopen',
  explanation: 'move.reopenText',
  thanks: 'move.reopened',
  isMain: false,
  needsNote: true,
  takesPhotos: true,
};
const answer: ReporterMove = {
  label: 'move.answer',
  explanation: 'move.answerText',
  thanks: 'move.answered',
  isMain: true,
  needsNote: true,
  takesPhotos: true,
};

/** The words for a move that the server allows: the same target means something else from another status. */
export function reporterMove(from: Status, to: Status): ReporterMove {
  if (to === 'closed') return from === 'resolved' ? confirm : withdraw;
  return from === 'needsInformation' ? answer : reopen;
}
