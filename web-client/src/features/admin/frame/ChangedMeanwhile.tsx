import { t } from '../../../i18n/t';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { isSame } from './drafts';
import { type FieldLooks, valueText } from './fieldLooks';

interface ChangedMeanwhileProps<Values> {
  /** As the author began. */
  seen: Values;
  /** As somebody else has stored it since. */
  now: Values;
  own: Values;
  looks: FieldLooks<Values>;
  isBusy: boolean;
  onRedo: () => void;
  onGiveUp: () => void;
}

/** Somebody was faster: what is different now, beside what the author typed, and both ways on. */
export function ChangedMeanwhile<Values extends object>({
  seen,
  now,
  own,
  looks,
  isBusy,
  onRedo,
  onGiveUp,
}: ChangedMeanwhileProps<Values>) {
  const fields = (Object.keys(looks) as (keyof Values)[]).filter((it) => !isSame(seen[it], now[it]));
  const show = <Field extends keyof Values>(field: Field, value: Values[Field]) =>
    looks[field].show?.(value) ?? valueText(value);
  const typed = (field: keyof Values) => !isSame(own[field], seen[field]);
  return (
    <Announcement tone="warn" role="alert">
      <h3>{t('conflict.title')}</h3>
      <p>{t('conflict.kept')}</p>
      {fields.length > 0 && (
        <table className="difference small">
          <thead>
            <tr>
              <th scope="col">{t('conflict.field')}</th>
              <th scope="col">{t('conflict.before')}</th>
              <th scope="col">{t('conflict.after')}</th>
              <th scope="col">{ta('admin.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((it) => (
              <tr key={String(it)}>
                <th scope="row">{looks[it].label}</th>
                <td>
                  <del>{show(it, seen[it])}</del>
                </td>
                <td>
                  <ins>{show(it, now[it])}</ins>
                </td>
                <td>{typed(it) ? <strong>{show(it, own[it])}</strong> : ta('admin.notTouched')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row">
        <button
          type="button"
          className="button compact"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) onRedo();
          }}
        >
          {ta('admin.saveOnTop')}
        </button>
        <button type="button" className="button quiet compact" onClick={onGiveUp}>
          {ta('admin.takeTheirs')}
        </button>
      </div>
    </Announcement>
  );
}
