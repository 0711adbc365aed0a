import type { AgencyEntry, NewRoutingRule, ServiceEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Choices } from '../../../ui/Choices';
import { Combobox } from '../../../ui/Combobox';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { saysAll } from '../frame/SearchField';
import { today } from './days';
import type { RuleValues } from './ruleValues';

const optionsShown = 12;
const targets: NewRoutingRule['target'][] = ['agency', 'kelurahan', 'kecamatan', 'verifier'];

interface RuleFieldsProps {
  values: RuleValues;
  services: ServiceEntry[];
  agencies: AgencyEntry[];
  /** What the rule is about stays: it follows another one. */
  isSuccessor: boolean;
  problem: (field: string) => string | undefined;
  onChange: (change: Partial<RuleValues>) => void;
}

export function RuleFields({ values, services, agencies, isSuccessor, problem, onChange }: RuleFieldsProps) {
  const service = services.find((it) => it.code === values.serviceCode);
  const answers = (service?.questions ?? [])
    .filter((question) => !question.retired && question.choices.length > 0)
    .flatMap((question) =>
      question.choices
        .filter((it) => !it.retired)
        .map((it) => ({ value: `${question.code}=${it.value}`, text: `${question.text} ${it.text}` })),
    );
  const places = agencies.filter((it) => it.kind === 'kelurahan' || it.kind === 'kecamatan');
  const place = places.find((it) => it.code === values.placeCode);
  const agency = agencies.find((it) => it.code === values.agencyCode);

  return (
    <>
      {!isSuccessor && (
        <>
          <Combobox
            id="serviceCode"
            label={ta('rule.service')}
            problem={problem('serviceCode')}
            find={(text) =>
              services
                .filter((it) => it.active && saysAll(text, it.name, it.code, it.group.name))
                .slice(0, optionsShown)
                .map((it) => ({ value: it.code, label: it.name, detail: it.group.name }))
            }
            chosen={service && { value: service.code, label: service.name }}
            none={ta('admin.noneFound')}
            onChoose={(it) => onChange({ serviceCode: it?.value ?? '', answer: '' })}
          />
          {answers.length > 0 && (
            <SelectField
              id="questionCode"
              label={ta('rule.answer')}
              hint={ta('rule.answerHint')}
              problem={problem('questionCode') ?? problem('answerValue')}
              empty={ta('rule.anyAnswer')}
              options={answers}
              value={values.answer}
              onChange={(answer) => onChange({ answer })}
            />
          )}
          <Combobox
            id="kelurahanCode"
            label={ta('rule.place')}
            problem={problem('kelurahanCode') ?? problem('kecamatanCode')}
            find={(text) => [
              ...(text ? [] : [{ value: '', label: ta('rule.wholeCity') }]),
              ...places
                .filter((it) => saysAll(text, it.shortName, it.name))
                .slice(0, optionsShown)
                .map((it) => ({ value: it.code, label: it.shortName })),
            ]}
            chosen={place ? { value: place.code, label: place.shortName } : { value: '', label: ta('rule.wholeCity') }}
            none={ta('admin.noneFound')}
            onChoose={(it) => onChange({ placeCode: it?.value ?? '' })}
          />
        </>
      )}
      <Choices
        id="target"
        legend={ta('rule.handledBy')}
        choices={targets.map((it) => ({
          value: it,
          label: it === 'agency' ? ta('rule.to.agency') : ta(`rule.to.${it}`),
        }))}
        value={values.target}
        problem={problem('target')}
        onChange={(target) => onChange({ target })}
      />
      {values.target === 'agency' && (
        <Combobox
          id="agencyCode"
          label={ta('rule.agency')}
          problem={problem('agencyCode')}
          find={(text) =>
            agencies
              .filter((it) => it.active && saysAll(text, it.shortName, it.name, it.duty))
              .slice(0, optionsShown)
              .map((it) => ({ value: it.code, label: it.shortName, detail: it.name }))
          }
          chosen={agency && { value: agency.code, label: agency.shortName }}
          none={ta('admin.noneFound')}
          onChoose={(it) => onChange({ agencyCode: it?.value ?? '' })}
        />
      )}
      <div className="field-pair">
        <TextField
          id="validFrom"
          type="date"
          label={ta('rule.from')}
          min={today()}
          problem={problem('validFrom')}
          value={values.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <TextField
          id="validUntil"
          type="date"
          label={ta('rule.lastDay')}
          hint={ta('rule.lastDayHint')}
          min={values.validFrom}
          problem={problem('validUntil')}
          value={values.lastDay}
          onChange={(last) => onChange({ lastDay: last })}
        />
      </div>
      <TextField
        id="basis"
        label={ta('rule.basis')}
        hint={ta('rule.basisHint')}
        maxLength={300}
        problem={problem('basis')}
        value={values.basis}
        onChange={(basis) => onChange({ basis })}
      />
    </>
  );
}
