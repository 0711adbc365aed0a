import { type ReactNode, useState } from 'react';
import { ApiProblem, codeText, problemText } from '../../../api/ApiProblem';
import { throughSignIn } from '../../../api/account';
import type { CalendarEffect } from '../../../api/types';
import { dateTime, number, weekday } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { fieldErrors } from '../../../ui/fieldErrors';
import { Notice } from '../../../ui/Notice';
import { type CalendarEdit, useCalendarEditing } from './useCalendar';

interface EffectPreviewProps {
  /** What the person wants; nothing is asked for while it is incomplete. */
  edit: CalendarEdit | undefined;
  version: number;
  action: string;
  /** The fields by the id of their control, with their labels. */
  labels?: Record<string, string>;
  /** The ids of those that still have to be filled in. */
  missing?: string[];
  onDone: () => void;
  /** The fields themselves. */
  children?: (problem: (field: string) => string | undefined) => ReactNode;
}

/** First what an edit does to the open reports, then the edit: nobody moves five hundred promises unawares. */
export function EffectPreview({
  edit,
  version,
  action,
  labels = {},
  missing = [],
  onDone,
  children,
}: EffectPreviewProps) {
  const send = useCalendarEditing();
  const [tried, setTried] = useState<{ edit: string; effect: CalendarEffect }>();
  const [done, setDone] = useState<CalendarEffect>();
  const [problem, setProblem] = useState<unknown>();
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const asked = JSON.stringify(edit, (_, value) => (value instanceof File ? value.name : value));
  const effect = tried && tried.edit === asked ? tried.effect : undefined;

  const run = async (preview: boolean) => {
    if (isBusy) return;
    setAsked(true);
    setProblem(undefined);
    setDone(undefined);
    if (!edit || missing.length > 0) return;
    setBusy(true);
    try {
      const told = await throughSignIn(() => send(edit, version, preview));
      setAsked(false);
      if (preview) setTried({ edit: asked, effect: told });
      else {
        setTried(undefined);
        setDone(told);
        onDone();
      }
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  };

  const gaps = isAsked ? missing.map((field) => ({ field, text: codeText('required') })) : [];
  const refused = problem instanceof ApiProblem ? fieldErrors(problem, '').filter((it) => it.field in labels) : [];
  const errors = [...gaps, ...refused].map((it) => ({ ...it, label: labels[it.field] }));
  const faults = problem !== undefined && refused.length === 0 ? faultsOf(problem) : [];
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(true);
      }}
    >
      <ErrorSummary title={ta('calendar.cannotTell')} errors={errors} />
      {faults.length > 0 && (
        <Notice tone="err" role="alert">
          {faults.map((it) => (
            <p key={it}>{it}</p>
          ))}
        </Notice>
      )}
      {children?.((field) => errors.find((it) => it.field === field)?.text)}
      {done && (
        <Announcement tone="ok" role="status">
          <p>{ta('calendar.done', { count: number(done.deadlines.count) })}</p>
        </Announcement>
      )}
      {effect && <Effect effect={effect} />}
      <div className="row">
        <button type="submit" className="button quiet" aria-disabled={isBusy}>
          {ta('calendar.preview')}
        </button>
        {effect && effect.days.length + effect.officeHours.length > 0 && (
          <button type="button" className="button" aria-disabled={isBusy} onClick={() => void run(false)}>
            {action}
          </button>
        )}
      </div>
    </form>
  );
}

function Effect({ effect }: { effect: CalendarEffect }) {
  const { days, officeHours, deadlines } = effect;
  if (days.length + officeHours.length === 0) {
    return (
      <Notice tone="info" role="status">
        <p>{ta('calendar.nothing')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone={deadlines.count > 0 ? 'warn' : 'info'} role="status">
      <p>
        <strong>{ta('calendar.moves', { count: number(deadlines.count) })}</strong>
      </p>
      <ul className="small">
        {days.slice(0, 10).map((it) => (
          <li key={it.date}>
            {weekday(it.date)}:{' '}
            {it.after ? ta('calendar.becomesFree', { name: it.after.name }) : ta('calendar.becomesWorking')}
          </li>
        ))}
        {days.length > 10 && <li>{ta('calendar.andMore', { count: number(days.length - 10) })}</li>}
        {deadlines.first.map((it) => (
          <li key={it.trackingCode}>
            {it.trackingCode}: {dateTime(it.dueAt)} → {dateTime(it.newDueAt)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** A file's faults stand at its lines; a field's at the field. */
function faultsOf(problem: unknown): string[] {
  const fields = problem instanceof ApiProblem ? Object.entries(problem.fields) : [];
  if (fields.length === 0) return [problemText(problem)];
  return fields.slice(0, 5).map(([field, codes]) => {
    const line = /^file:(\d+)$/.exec(field)?.[1];
    const text = codeText(codes[0] ?? 'unknown');
    return line ? ta('calendar.atLine', { line, text }) : text;
  });
}
