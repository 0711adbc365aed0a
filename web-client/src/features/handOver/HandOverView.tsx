import { useCallback } from 'react';
import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { HandOver } from '../../api/types';
import { useResource } from '../../api/useResource';
import { HandOverDownloads } from '../../domain/HandOverDownloads';
import { dateTime, weekday } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { AnswerForm } from './AnswerForm';
import { Signature } from './Signature';
import './handOver.css';

/** What another agency sees of a report that is handed to it: the record, its signature, and the form for its answer. */
export function HandOverView({ id, token }: { id: string; token: string }) {
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(
        api.GET('/api/v1/hand-overs/{id}', { params: { path: { id } }, headers: { 'Hand-Over-Token': token }, signal }),
      ),
    [id, token],
  );
  const { data: handOver, problem, reload } = useResource(load);

  if (problem instanceof ApiProblem && problem.status === 404) return <NoHandOver />;
  if (!handOver && problem !== undefined) return <Failure problem={problem} onRetry={reload} />;
  if (!handOver) return <Skeleton shape="card" count={3} />;
  const { statement } = handOver;
  return (
    <article className="stack-large">
      <header className="stack">
        <p className="muted">{t('handOver.from', { city: statement.city, number: statement.report.number })}</p>
        <Heading title={t('handOver.title', { name: statement.to.name })} />
        <Standing handOver={handOver} />
      </header>
      <Record handOver={handOver} />
      {handOver.mayAnswer && <AnswerForm id={id} token={token} answerBy={handOver.answerBy} onAnswered={reload} />}
      <Signature handOver={handOver} />
      <HandOverDownloads handOver={handOver} token={token} />
    </article>
  );
}

/** Where it stands, in one sentence. */
function Standing({ handOver: { answer, isOver, answerBy, state } }: { handOver: HandOver }) {
  if (answer?.reply === 'acknowledged' && answer.expectedOn)
    return (
      <Notice tone="ok">
        <p>{t('handOver.taken', { number: answer.number ?? '', day: weekday(answer.expectedOn) })}</p>
      </Notice>
    );
  if (answer)
    return (
      <Notice tone="info">
        <p>{t('handOver.declined', { at: dateTime(answer.at) })}</p>
        <p>{answer.reason}</p>
      </Notice>
    );
  if (isOver)
    return (
      <Notice tone="info">
        <p>{t('handOver.over')}</p>
      </Notice>
    );
  return (
    <Notice tone={state === 'unanswered' ? 'warn' : 'info'} icon="clock">
      <p>{t('handOver.waiting', { at: dateTime(answerBy) })}</p>
    </Notice>
  );
}

/** What the city has signed. */
function Record({ handOver: { statement } }: { handOver: HandOver }) {
  const { report } = statement;
  const place = [report.kelurahan && t('place.ward', { name: report.kelurahan.name }), report.kecamatan?.name]
    .filter(Boolean)
    .join(', ');
  const facts = [
    [t('handOver.service'), report.service.name],
    [t('handOver.place'), place],
    [t('handOver.reason'), statement.reason],
    [t('handOver.unit'), statement.from?.name ?? t('track.verifiers')],
    [t('handOver.received'), dateTime(statement.receivedAt)],
    [t('handOver.handed'), dateTime(statement.handedOverAt)],
  ].filter(([, text]) => text);
  return (
    <section className="card stack">
      <h2>{t('handOver.record')}</h2>
      {report.text === null ? (
        <p className="muted">{t('handOver.confidential')}</p>
      ) : (
        <blockquote className="hand-over-words">{report.text}</blockquote>
      )}
      <dl className="hand-over-facts">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {report.lat !== null && report.lng !== null && (
          <div>
            <dt>{t('handOver.point')}</dt>
            <dd>
              <a
                href={`https://www.openstreetmap.org/?mlat=${report.lat}&mlon=${report.lng}#map=18/${report.lat}/${report.lng}`}
                rel="noreferrer"
                target="_blank"
              >
                {report.lat.toFixed(5)}, {report.lng.toFixed(5)}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function NoHandOver() {
  return (
    <div className="stack">
      <Heading title={t('handOver.unknownTitle')} />
      <Notice tone="warn" role="alert">
        <p>{t('handOver.unknown')}</p>
      </Notice>
    </div>
  );
}
