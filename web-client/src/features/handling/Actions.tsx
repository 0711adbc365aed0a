import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReportDetail } from '../../api/types';
import { t } from '../../i18n/t';
import { Key } from '../../ui/Key';
import { useShortcuts } from '../../ui/shortcuts';
import { ActForm } from './ActForm';
import { actsOf } from './acts';
import { Conflict } from './Conflict';
import { Outcome } from './Outcome';
import { TriageSwitch } from './triage/TriageSwitch';
import { useAnswerDraft } from './useAnswerDraft';
import { type Change, isConflict, useChange } from './useChange';

interface ActionsProps {
  report: ReportDetail;
  /** Where triage is on: takes the change, to be sent when it can no longer be taken back, and goes on to the next report. */
  onTriage?: ((report: ReportDetail, change: Change) => void) | undefined;
}

/** What the server allows this officer to do now. The typed text belongs to the report, not to the chosen action. */
export function Actions({ report, onTriage }: ActionsProps) {
  const [chosen, setChosen] = useState<string>();
  const { draft, update, clear } = useAnswerDraft(report.id);
  const change = useChange(report);
  const [tried, setTried] = useState<{ change: Change; seen: ReportDetail }>();
  const form = useRef<HTMLDivElement>(null);

  const send = (wanted: Change) => {
    setTried({ change: wanted, seen: report });
    change.mutate(wanted, {
      onSuccess: () => {
        clear();
        setChosen(undefined);
      },
    });
  };
  const submit = (wanted: Change) => {
    if (!onTriage || wanted.kind === 'split') return send(wanted);
    setChosen(undefined);
    onTriage(report, wanted);
  };

  const acts = useMemo(() => actsOf(report), [report]);
  const act = acts.find((it) => it.id === chosen);
  const { reset } = change;
  const shortcuts = useMemo(
    () =>
      acts.map(({ id, key, text }) => ({
        key,
        text,
        run: () => {
          reset();
          setChosen(id);
        },
      })),
    [acts, reset],
  );
  useShortcuts(shortcuts);

  // whoever opened it by a key goes on typing, and the very next key is the form's; a button that was pressed opens it in sight all the same
  useLayoutEffect(() => {
    if (chosen)
      form.current?.querySelector<HTMLElement>('input:not([type=file]), textarea, button[type=submit]')?.focus();
  }, [chosen]);

  const isGone = !change.isPending && chosen !== undefined && !act;
  return (
    <section className="stack actions">
      <div className="actions-head">
        <h2>{t('handling.actions')}</h2>
        {acts.length > 0 && <TriageSwitch />}
      </div>
      {isConflict(change.error) && tried ? (
        <Conflict
          seen={tried.seen}
          now={report}
          isGone={isGone}
          isBusy={change.isPending}
          onRedo={() => send(tried.change)}
        />
      ) : (
        <Outcome change={change} isGone={isGone} />
      )}
      {acts.length === 0 && <p className="muted">{t('handling.nothing')}</p>}
      <div className="row">
        {acts.map(({ id, key, text }) => (
          <button
            key={id}
            type="button"
            className="button quiet compact"
            aria-expanded={chosen === id}
            aria-keyshortcuts={key}
            onClick={() => {
              reset();
              setChosen(chosen === id ? undefined : id);
            }}
          >
            {text}
            <Key name={key} />
          </button>
        ))}
      </div>
      {act && (
        // biome-ignore lint/a11y/noStaticElementInteractions: listens to keys of the form within
        <div
          ref={form}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setChosen(undefined);
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              form.current?.querySelector('form')?.requestSubmit();
          }}
        >
          <ActForm
            key={act.id}
            act={act}
            report={report}
            draft={draft}
            update={update}
            isBusy={change.isPending}
            problem={change.error}
            onSubmit={submit}
          />
        </div>
      )}
    </section>
  );
}
