import { type ReactNode, type SubmitEvent, useState } from 'react';
import { ApiProblem, codeText } from '../../../api/ApiProblem';
import { throughSignIn } from '../../../api/account';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { ErrorSummary, type FieldError } from '../../../ui/ErrorSummary';
import { fieldErrors } from '../../../ui/fieldErrors';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { type Stored, useDraft } from './drafts';
import type { FieldLooks } from './fieldLooks';
import { takeSaved } from './justSaved';

interface FormParts<Values> {
  values: Values;
  update: (change: Partial<Values>) => void;
  /** What the server has against a field, by the name that it gave. */
  problem: (field: string) => string | undefined;
}

interface ItemFormProps<Values extends object> {
  /** Section and thing, under which what is typed is kept. */
  draftKey: string;
  stored: Stored<Values>;
  /** How its fields are called and shown, where two versions are compared. */
  looks: FieldLooks<Values>;
  /** The first control, where a refusal without a field leads. */
  first: string;
  save: (values: Values, version: number) => Promise<unknown>;
  /** The thing as it is now, after somebody else was faster. */
  reread: () => Promise<Stored<Values> | undefined>;
  children: (form: FormParts<Values>) => ReactNode;
}

/**
 * One thing to edit. What is typed stays until it is saved or given up, wherever one looks meanwhile; who was overtaken sees what the
 * other did and saves on top of it.
 */
export function ItemForm<Values extends object>({
  draftKey,
  stored,
  looks,
  first,
  save,
  reread,
  children,
}: ItemFormProps<Values>) {
  const { seen, values, isDirty, update, rebase, drop } = useDraft(draftKey, stored);
  const [state, setState] = useState<{ isBusy?: boolean; problem?: unknown; savedAt?: number }>(() =>
    takeSaved(draftKey) ? { savedAt: Date.now() } : {},
  );
  const [overtaken, setOvertaken] = useState<Stored<Values>>();

  const send = async (sent: Values, version: number) => {
    setState({ isBusy: true });
    try {
      await throughSignIn(async () => await save(sent, version));
      drop();
      setOvertaken(undefined);
      setState({ savedAt: Date.now() });
    } catch (problem) {
      const now =
        problem instanceof ApiProblem && problem.status === 412 ? await reread().catch(() => undefined) : undefined;
      setOvertaken(now);
      setState(now ? {} : { problem });
    }
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!state.isBusy) void send(values, seen.version);
  };

  const errors = (
    state.problem === undefined ? [] : refused(state.problem, first, seen.version === 0 ? values : undefined)
  ).map((it) => ({ ...it, label: labelOf(looks, it.field) }));
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {state.savedAt && !isDirty && (
        <Announcement key={state.savedAt} tone="ok" role="status">
          <p>{ta('admin.saved')}</p>
        </Announcement>
      )}
      <ErrorSummary title={ta('admin.notSaved')} errors={errors} />
      {overtaken && (
        <ChangedMeanwhile
          seen={seen.values}
          now={overtaken.values}
          own={values}
          looks={looks}
          isBusy={state.isBusy ?? false}
          onRedo={() => {
            const mine = rebase(overtaken);
            void send(mine, overtaken.version);
          }}
          onGiveUp={() => {
            drop();
            setOvertaken(undefined);
          }}
        />
      )}
      {children({ values, update, problem: (field) => errors.find((it) => it.field === field)?.text })}
      <div className="row form-actions">
        <button type="submit" className="button" aria-disabled={state.isBusy || undefined}>
          {state.isBusy ? ta('admin.saving') : ta('admin.save')}
        </button>
        {isDirty && (
          <>
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                drop();
                setOvertaken(undefined);
                setState({});
              }}
            >
              {ta('admin.giveUp')}
            </button>
            <span className="badge warn">{ta('admin.unsaved')}</span>
          </>
        )}
      </div>
    </form>
  );
}

/** The refusal by its fields. What a new thing will be called at its address is none of them: whether it is there is seen here. */
function refused(problem: unknown, first: string, fresh: object | undefined): FieldError[] {
  const told = fieldErrors(problem, first);
  const isNameless =
    fresh && Reflect.get(fresh, first) === '' && problem instanceof ApiProblem && problem.status === 400;
  return isNameless && !told.some((it) => it.field === first)
    ? [{ field: first, text: codeText('required') }, ...told]
    : told;
}

/** The label of `questions[0].text` is that of `questions`. */
function labelOf<Values>(looks: FieldLooks<Values>, field: string): string | undefined {
  const name = /^\w+/.exec(field)?.[0] ?? '';
  return name in looks ? looks[name as keyof Values].label : undefined;
}
