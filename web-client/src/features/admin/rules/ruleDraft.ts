import type { NewRuleChange } from '../../../api/types';
import { useDraft } from '../frame/drafts';

const nothing = { version: 0, values: { changes: [] as NewRuleChange[] } };

/** The changes of the rules that are gathered and not in force yet. */
export function useRuleDraft() {
  const { values, update, drop } = useDraft('aturan/uji', nothing);
  const { changes } = values;
  return {
    changes,
    /** A rule has one change at most, or is ended and followed by another: what was said of it before is replaced. */
    add: (...added: NewRuleChange[]) => {
      const touched = added.map((it) => it.ruleId).filter(Boolean);
      update({ changes: [...changes.filter((it) => !it.ruleId || !touched.includes(it.ruleId)), ...added] });
    },
    remove: (index: number) => update({ changes: changes.filter((_, at) => at !== index) }),
    drop,
  };
}
