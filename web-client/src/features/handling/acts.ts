import type { Move, ReportDetail, Status } from '../../api/types';
import { isOpen as isUnfinished } from '../../domain/status';
import { t } from '../../i18n/t';
import { moveText } from './moveText';

type ActKind = { kind: 'move'; move: Move } | { kind: 'disposisi' } | { kind: 'note' } | { kind: 'split' };

/** Something that this officer may do with the report now. */
export type Act = ActKind & {
  /** The status it leads to, or its own name. */
  id: string;
  text: string;
  /** The key that opens it. */
  key: string;
};

/** By what the act is called in Indonesian: terima, jadwalkan, selesai, informasi, tutup, kembalikan. */
const keys: Record<Status, string> = {
  submitted: 'b',
  needsInformation: 'i',
  routed: 'b',
  inProgress: 'a',
  planned: 'w',
  resolved: 's',
  closed: 't',
};

/** What the server allows, in its order; a move that demands an agency is made by disposisi. */
export function actsOf(report: ReportDetail): Act[] {
  const moves = report.moves.filter((it) => !it.demands.includes('agency'));
  return [
    ...moves.map((move) => ({
      kind: 'move' as const,
      move,
      id: move.to,
      text: moveText(report.status, move.to),
      key: keys[move.to],
    })),
    ...(moves.length < report.moves.length
      ? [{ kind: 'disposisi' as const, id: 'disposisi', text: t('forward.title'), key: 'd' }]
      : []),
    ...(report.mayNote ? [{ kind: 'note' as const, id: 'note', text: t('note.title'), key: 'c' }] : []),
    ...(report.mayNote && isUnfinished(report.status) && !report.relations.mergedInto
      ? [{ kind: 'split' as const, id: 'split', text: t('split.title'), key: 'p' }]
      : []),
  ];
}
