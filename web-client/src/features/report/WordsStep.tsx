import type { Service } from '../../api/types';
import { limits } from '../../domain/draft';
import { EmergencyNotice } from '../../domain/EmergencyNotice';
import { useSuggestions } from '../../domain/useSuggestions';
import { t } from '../../i18n/t';
import { TextArea } from '../../ui/TextArea';
import { ServicePicker } from './ServicePicker';
import type { StepProps } from './stepProps';

export function WordsStep({ draft, update, service, problems, services }: StepProps & { services: Service[] }) {
  const suggestions = useSuggestions(draft.description);
  return (
    <>
      <TextArea
        id="description"
        label={t('words.label')}
        hint={t('words.hint')}
        problem={problems.description}
        rows={5}
        maxLength={limits.descriptionMax}
        value={draft.description}
        onChange={(description) => update({ description })}
      />
      {(suggestions?.emergency || service?.emergency) && (
        <EmergencyNotice>
          <p className="small">{t('emergency.mayContinue')}</p>
        </EmergencyNotice>
      )}
      <ServicePicker
        services={services}
        suggested={suggestions?.suggestions.map((it) => it.code) ?? []}
        chosen={service}
        problem={problems.service}
        onChoose={(code) => update({ serviceCode: code, answers: {} })}
      />
    </>
  );
}
