export interface SectionProps {
  /** The path of the section, below which its things have theirs. */
  base: string;
  /** The thing that the address names; `baru` is one that is not there yet. */
  item: string | undefined;
}
