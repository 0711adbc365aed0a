import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { throughSignIn } from '../../api/account';
import { api, etag, unwrap } from '../../api/client';
import type { CallerMark } from '../../api/types';
import { day } from '../../i18n/format';
import { lookUp } from '../../i18n/t';
import { tc } from '../../i18n/tc';
import { Failure } from '../../ui/Failure';
import { fieldErrors } from '../../ui/fieldErrors';
import { TextField } from '../../ui/TextField';
import { useMarks } from './useDesk';

/** The marks that nobody but their authors has looked at. */
export function MarkReview() {
  const { data, error, refetch } = useMarks();
  return (
    <section className="card stack" aria-labelledby="tanda">
      <h2 id="tanda">{tc('mark.title')}</h2>
      <p className="small muted">{tc('mark.lead')}</p>
      {error && <Failure problem={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="muted">{tc('mark.empty')}</p>}
      <ul className="stack">
        {data?.items.map((it) => (
          <MarkRow key={it.id} mark={it} />
        ))}
      </ul>
    </section>
  );
}

function MarkRow({ mark }: { mark: CallerMark }) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const judge = async (review: 'confirmed' | 'lifted') => {
    try {
      await throughSignIn(() =>
        unwrap(
          api.POST('/api/v1/calls/marks/{id}/review', {
            params: { path: { id: mark.id }, header: { 'If-Match': etag(mark.version) } },
            body: { review, note },
          }),
        ),
      );
    } catch (cause) {
      return setProblem(cause);
    }
    await queries.invalidateQueries({ queryKey: ['marks'] });
  };
  return (
    <li className="stack">
      <p>
        <strong>{tc('calls.tail', { digits: mark.phoneTail })}</strong> {lookUp(`markKind.${mark.kind}`)}: {mark.note}{' '}
        <span className="small muted">
          {tc('calls.by', { name: mark.setBy })}, {tc('mark.until', { until: day(mark.expiresAt) })}
        </span>
      </p>
      <TextField
        id={`note-${mark.id}`}
        label={tc('mark.reviewNote')}
        maxLength={500}
        value={note}
        problem={problem === undefined ? undefined : fieldErrors(problem, 'note')[0]?.text}
        onChange={setNote}
      />
      <div className="row">
        <button type="button" className="button quiet compact" onClick={() => void judge('confirmed')}>
          {tc('mark.confirm')}
        </button>
        <button type="button" className="button quiet compact" onClick={() => void judge('lifted')}>
          {tc('mark.lift')}
        </button>
      </div>
    </li>
  );
}
