import type { Status } from '../../api/types';
import { statusText } from '../../domain/status';
import { lookUp } from '../../i18n/t';

/** The name of a move as an act: "Mulai tindak lanjut" rather than the status it leads to. */
export function moveText(from: Status, to: Status): string {
  return lookUp(`act.${from}.${to}`) ?? lookUp(`act.${to}`) ?? statusText(to);
}
