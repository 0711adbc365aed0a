import { useState } from 'react';
import { throughSignIn } from '../../api/account';
import { api, unwrap } from '../../api/client';
import type { CallerCard } from '../../api/types';
import { day, relative } from '../../i18n/format';
import { lookUp } from '../../i18n/t';
import { tc } from '../../i18n/tc';
import { fieldErrors } from '../../ui/fieldErrors';
import { Notice } from '../../ui/Notice';
import { TextField } from '../../ui/TextField';
import { kindText } from './KeyPad';

/** What is known of the number on the line: counts, open reports, marks. A hint, never a verdict. */
export function CallerPanel({ card, onMarked }: { card: CallerCard; onMarked: () => void }) {
  return (
    <section className="card stack" aria-labelledby="penelepon">
      <h2 id="penelepon">{tc('caller.title')}</h2>
      {card.emergency && (
        <Notice tone="err" role="alert">
          {tc('caller.emergency')}
        </Notice>
      )}
      {card.lastAt ? (
        <>
          <p>{tc('caller.history', { count: card.calls.all, ago: relative(card.lastAt) })}</p>
          <ul className="row small">
            {(['ghost', 'prank', 'information', 'complaint', 'emergency'] as const)
              .filter((it) => card.calls[it] > 0)
              .map((it) => (
                <li key={it} className="badge plain">
                  {kindText(it)}: {card.calls[it]}
                </li>
              ))}
          </ul>
        </>
      ) : (
        <p className="muted">{tc('caller.first')}</p>
      )}
      <h3>{tc('caller.openReports')}</h3>
      {card.openReports.length === 0 && <p className="muted">{tc('caller.noReports')}</p>}
      <ul>
        {card.openReports.map((it) => (
          <li key={it.trackingCode}>
            <strong>{it.trackingCode}</strong> {it.service.name} · {lookUp(`status.${it.status}`)}
            {it.agency && ` · ${it.agency.name}`}
          </li>
        ))}
      </ul>
      {card.marks.length > 0 && (
        <Notice tone={card.heedMarks ? 'warn' : 'info'}>
          <p>
            <strong>{tc('caller.marks')}</strong>
          </p>
          <ul>
            {card.marks.map((it) => (
              <li key={it.id}>
                {tc('caller.markedBy', {
                  kind: lookUp(`markKind.${it.kind}`) ?? it.kind,
                  note: it.note,
                  name: it.setBy,
                  count: it.evidenceIds.length,
                  until: day(it.expiresAt),
                })}{' '}
                ({tc(it.review === 'pending' ? 'caller.unreviewed' : 'caller.reviewed')})
              </li>
            ))}
          </ul>
          <p className="small">{tc('caller.hint')}</p>
        </Notice>
      )}
      <MarkForm card={card} onMarked={onMarked} />
    </section>
  );
}

/** Sets a mark on the evidence that lies there already: the last pranks of this number. */
function MarkForm({ card, onMarked }: { card: CallerCard; onMarked: () => void }) {
  const evidence = card.lastCalls.filter((it) => it.kind === 'prank').map((it) => it.id);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [isSaved, setSaved] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  if (evidence.length < 2) return null;
  if (isSaved)
    return (
      <Notice tone="ok" role="status">
        {tc('mark.saved')}
      </Notice>
    );

  const save = async () => {
    setProblem(undefined);
    try {
      await throughSignIn(() =>
        unwrap(
          api.POST('/api/v1/calls/marks', {
            params: { header: { 'Idempotency-Key': key } },
            body: { kind: 'prank', callIds: evidence, note },
          }),
        ),
      );
      setSaved(true);
      onMarked();
    } catch (cause) {
      setProblem(cause);
    }
  };
  return (
    <details>
      <summary>{tc('calls.mark')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="small muted">{tc('mark.evidence')}</p>
        <TextField
          id="markNote"
          label={tc('mark.note')}
          maxLength={500}
          value={note}
          onChange={setNote}
          problem={problem === undefined ? undefined : fieldErrors(problem, 'note')[0]?.text}
        />
        <button type="submit" className="button quiet compact">
          {tc('mark.save')}
        </button>
      </form>
    </details>
  );
}
