import type { NotificationMatrix, NotificationRule, NotificationTemplate } from '../../../api/types';
import { t } from '../../../i18n/t';
import { ta } from '../../../i18n/ta';
import { SelectField } from '../../../ui/SelectField';
import type { FieldLooks } from '../frame/fieldLooks';
import { ItemForm } from '../frame/ItemForm';
import { useMatrixWriting } from './useMatrix';
import { languagesOf, rulesWith, type Spoken, spokenOn, wayKey, ways } from './ways';
import './hearers.css';

interface OccasionRulesProps {
  occasion: NotificationRule['occasion'];
  matrix: NotificationMatrix;
  templates: NotificationTemplate[];
}

/** For one occasion: each recipient and way that it has words for, and the language it speaks there. The matrix is stored as a whole, under one version. */
export function OccasionRules({ occasion, matrix, templates }: OccasionRulesProps) {
  const { save, reread } = useMatrixWriting();
  const open = ways
    .map((way) => ({ ...way, key: wayKey(way), languages: languagesOf(occasion, way, templates) }))
    .filter((it) => it.languages.length > 0);
  const looks: FieldLooks<Spoken> = Object.fromEntries(
    open.map((way) => [
      way.key,
      { label: wayText(way), show: (language) => (language ? t(`language.${language}`) : ta('notify.silent')) },
    ]),
  );
  const stored = ({ rules, version }: NotificationMatrix) => ({ version, values: spokenOn(occasion, rules) });
  return (
    <ItemForm
      draftKey={`pemberitahuan/${occasion}`}
      stored={stored(matrix)}
      looks={looks}
      first={`way-${open[0]?.key}`}
      save={async (spoken, version) => {
        // on top of what the matrix is now; its version says whether that is still so
        await save(rulesWith(occasion, spoken, (await reread()).rules), version);
      }}
      reread={async () => stored(await reread())}
    >
      {({ values, update }) => (
        <div className="hearers">
          {[...new Set(open.map((it) => it.recipient))].map((recipient) => (
            <fieldset key={recipient}>
              <legend>{t(`recipient.${recipient}`)}</legend>
              {open
                .filter((it) => it.recipient === recipient)
                .map(({ key, medium, languages }) => (
                  <SelectField
                    key={key}
                    id={`way-${key}`}
                    label={t(`medium.${medium}`)}
                    empty={ta('notify.silent')}
                    options={languages.map((it) => ({ value: it, text: t(`language.${it}`) }))}
                    value={values[key] ?? ''}
                    onChange={(language) => update({ [key]: language as Spoken[string] })}
                  />
                ))}
            </fieldset>
          ))}
        </div>
      )}
    </ItemForm>
  );
}

function wayText({ recipient, medium }: Pick<NotificationRule, 'recipient' | 'medium'>): string {
  return `${t(`recipient.${recipient}`)}, ${t(`medium.${medium}`)}`;
}
