import type { NotificationMatrix, NotificationRule } from '../../../api/types';
import { t } from '../../../i18n/t';
import { ta } from '../../../i18n/ta';
import { SelectField } from '../../../ui/SelectField';
import type { FieldLooks } from '../frame/fieldLooks';
import { ItemForm } from '../frame/ItemForm';
import { useMatrixWriting } from './useMatrix';
import { rulesWith, type Spoken, spokenOn, wayKey, ways } from './ways';
import './hearers.css';

interface OccasionRulesProps {
  occasion: NotificationRule['occasion'];
  matrix: NotificationMatrix;
}

/** For one occasion: each recipient and way, and the language it speaks there. The matrix is stored as a whole, under one version. */
export function OccasionRules({ occasion, matrix }: OccasionRulesProps) {
  const { save, reread } = useMatrixWriting();
  const looks: FieldLooks<Spoken> = Object.fromEntries(
    ways.map((way) => [
      wayKey(way),
      { label: wayText(way), show: (language) => (language ? t(`language.${language}`) : ta('notify.silent')) },
    ]),
  );
  const stored = ({ rules, version }: NotificationMatrix) => ({ version, values: spokenOn(occasion, rules) });
  return (
    <ItemForm
      draftKey={`pemberitahuan/${occasion}`}
      stored={stored(matrix)}
      looks={looks}
      first="way-reporter.email"
      save={async (spoken, version) => {
        // on top of what the matrix is now; its version says whether that is still so
        await save(rulesWith(occasion, spoken, (await reread()).rules), version);
      }}
      reread={async () => stored(await reread())}
    >
      {({ values, update }) => (
        <div className="hearers">
          {[...new Set(ways.map((it) => it.recipient))].map((recipient) => (
            <fieldset key={recipient}>
              <legend>{t(`recipient.${recipient}`)}</legend>
              {ways
                .filter((it) => it.recipient === recipient)
                .map((way) => (
                  <SelectField
                    key={wayKey(way)}
                    id={`way-${wayKey(way)}`}
                    label={t(`medium.${way.medium}`)}
                    empty={ta('notify.silent')}
                    options={(['id', 'en'] as const).map((it) => ({ value: it, text: t(`language.${it}`) }))}
                    value={values[wayKey(way)] ?? ''}
                    onChange={(language) => update({ [wayKey(way)]: language as Spoken[string] })}
                  />
                ))}
            </fieldset>
          ))}
        </div>
      )}
    </ItemForm>
  );
}

function wayText({ recipient, medium }: (typeof ways)[number]): string {
  return `${t(`recipient.${recipient}`)}, ${t(`medium.${medium}`)}`;
}
