import type { Option } from '../ui/Combobox';

/**
 * The units that fit what is typed, best first: those whose short name begins with it, then those with a word that does, then those
 * that hold it anywhere. With nothing typed, the suggested ones lead.
 */
export function findAgencies(options: Option[], text: string, suggested: (string | undefined)[]): Option[] {
  const typed = text.trim().toLowerCase();
  const rank = ({ value, label, detail = '' }: Option): number => {
    if (!typed) return suggested.includes(value) ? suggested.indexOf(value) : suggested.length;
    const [short, long] = [label.toLowerCase(), detail.toLowerCase()];
    if (short.startsWith(typed)) return 0;
    if (`${short} ${long}`.split(/[\s,()/-]+/).some((word) => word.startsWith(typed))) return 1;
    return `${short} ${long}`.includes(typed) ? 2 : none;
  };
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((it) => it.rank < none)
    .sort((a, b) => a.rank - b.rank)
    .map((it) => it.option);
}

const none = 99;
