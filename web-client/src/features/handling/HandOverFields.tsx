import type { StatusChange } from '../../api/types';
import { useAgencies } from '../../api/useAgencies';
import { findAgencies } from '../../domain/findAgencies';
import { t } from '../../i18n/t';
import { Combobox, type Option } from '../../ui/Combobox';
import { TextField } from '../../ui/TextField';
import type { AnswerDraft } from './useAnswerDraft';

interface HandOverFieldsProps {
  draft: AnswerDraft;
  update: (change: Partial<AnswerDraft>) => void;
  problems: Record<string, string>;
}

/** Who is asked to take over what is not the city's: an outside agency it knows, or any other by name, and how they are reached. */
export function HandOverFields({ draft, update, problems }: HandOverFieldsProps) {
  const agencies = useAgencies('').data ?? [];
  const options: Option[] = agencies
    .filter((it) => it.kind === 'external')
    .map((it) => ({ value: it.code, label: it.shortName, detail: it.name === it.shortName ? undefined : it.name }));
  const isNamed = draft.receiverCode || draft.receiverName.trim();
  return (
    <fieldset className="field stack">
      <legend>{t('handOverTo.legend')}</legend>
      <Combobox
        id="handedOverTo"
        label={t('handOverTo.agency')}
        hint={t('handOverTo.agencyHint')}
        problem={problems.handedOverTo ?? problems['handedOverTo.agencyCode']}
        find={(text) => findAgencies(options, text, [])}
        chosen={options.find((it) => it.value === draft.receiverCode)}
        none={t('handOverTo.none')}
        onChoose={(option) => update({ receiverCode: option?.value ?? '' })}
      />
      {!draft.receiverCode && (
        <TextField
          id="handedOverTo.name"
          label={t('handOverTo.name')}
          problem={problems['handedOverTo.name']}
          maxLength={200}
          value={draft.receiverName}
          onChange={(receiverName) => update({ receiverName })}
        />
      )}
      {isNamed && (
        <TextField
          id="handedOverTo.contact"
          label={t('handOverTo.contact')}
          hint={t('handOverTo.contactHint')}
          problem={problems['handedOverTo.contact']}
          maxLength={200}
          value={draft.receiverContact}
          onChange={(receiverContact) => update({ receiverContact })}
        />
      )}
    </fieldset>
  );
}

/** What the draft says of it; nothing when nobody is named. */
export function handedOverIn(draft: AnswerDraft): Pick<StatusChange, 'handedOverTo'> {
  const name = draft.receiverName.trim();
  if (!draft.receiverCode && !name) return {};
  return {
    handedOverTo: {
      ...(draft.receiverCode ? { agencyCode: draft.receiverCode } : { name }),
      contact: draft.receiverContact.trim() || null,
    },
  };
}
