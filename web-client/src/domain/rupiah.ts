import { number } from '../i18n/format';

/** "Rp95.000.000" */
export function rupiah(amount: number): string {
  return `Rp${number(amount)}`;
}
