import { useState } from 'react';
import { Link } from 'wouter';
import { dateTime } from '../../i18n/format';
import { lookUp } from '../../i18n/t';
import { tg } from '../../i18n/tg';
import { Pages } from '../../ui/Pages';
import { TextField } from '../../ui/TextField';
import { useActs, useCallerReadings, useCarReadings, useReadings, useViews } from './useAccessLog';
import './accessLog.css';

/** Who read whose contact and why. Looking at it is written down itself, and shown below. */
export function Readings() {
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const readings = useReadings(since, until);
  return (
    <section className="stack" aria-labelledby="bacaan">
      <h2 id="bacaan">{tg('accessLog.readings')}</h2>
      <div className="log-period">
        <TextField id="since" type="date" label={tg('accessLog.since')} value={since} onChange={setSince} />
        <TextField id="until" type="date" label={tg('accessLog.until')} value={until} onChange={setUntil} />
      </div>
      <Pages query={readings} empty={tg('accessLog.noReadings')}>
        {(it) => (
          <li key={it.id} className="log-row">
            <Reader name={it.readerName} agency={it.agency} />
            <p>{it.reason}</p>
            <p className="small muted">
              {dateTime(it.at)} · <Link href={`/laporan/${it.reportId}`}>{tg('accessLog.report')}</Link>
            </p>
          </li>
        )}
      </Pages>
    </section>
  );
}

/** Who read the contact of whoever asked for a car. */
export function CarReadings() {
  const readings = useCarReadings();
  return (
    <section className="stack" aria-labelledby="bacaan-mobil">
      <h2 id="bacaan-mobil">{tg('accessLog.cars')}</h2>
      <Pages query={readings} empty={tg('accessLog.noCars')}>
        {(it) => (
          <li key={it.id} className="log-row">
            <Reader name={it.readerName} agency={it.agency} />
            <p>{it.reason}</p>
            <p className="small muted">
              {dateTime(it.at)} · <Link href={`/mobil/permintaan/${it.requestId}`}>{tg('accessLog.car')}</Link>
            </p>
          </li>
        )}
      </Pages>
    </section>
  );
}

/** Who read a number of the 112 line, or looked up what it called about. */
export function CallerReadings() {
  const readings = useCallerReadings();
  return (
    <section className="stack" aria-labelledby="bacaan-penelepon">
      <h2 id="bacaan-penelepon">{tg('accessLog.callers')}</h2>
      <Pages query={readings} empty={tg('accessLog.noCallers')}>
        {(it) => (
          <li key={it.id} className="log-row">
            <Reader name={it.readerName} />
            <p>{it.reason}</p>
            <p className="small muted">
              {dateTime(it.at)} · {tg('accessLog.number', { tail: it.phoneTail })}
            </p>
          </li>
        )}
      </Pages>
    </section>
  );
}

function Reader({ name, agency }: { name: string; agency?: { name: string } | null }) {
  return (
    <p>
      <strong>{name}</strong>
      {agency && <span className="muted"> {agency.name}</span>}
    </p>
  );
}

export function Acts() {
  const acts = useActs();
  return (
    <section className="stack" aria-labelledby="tindakan">
      <h2 id="tindakan">{tg('accessLog.acts')}</h2>
      <Pages query={acts} empty={tg('accessLog.noActs')}>
        {(it) => (
          <li key={it.id} className="log-row">
            <p>{lookUp(`privacyAct.${it.kind}`)}</p>
            <p className="small muted">
              {dateTime(it.at)} · {tg(it.by === 'reporter' ? 'accessLog.byReporter' : 'accessLog.bySystem')} ·{' '}
              <Link href={`/laporan/${it.reportId}`}>{tg('accessLog.report')}</Link>
            </p>
          </li>
        )}
      </Pages>
    </section>
  );
}

export function Views() {
  const views = useViews();
  return (
    <section className="stack" aria-labelledby="pengawas">
      <h2 id="pengawas">{tg('accessLog.views')}</h2>
      <Pages query={views} empty={tg('accessLog.noViews')}>
        {(it) => (
          <li key={it.id} className="log-row">
            <p>
              <strong>{it.viewerName}</strong>
            </p>
            <p className="small muted">
              {dateTime(it.at)} · {tg(it.log === 'contactReadings' ? 'accessLog.readings' : 'accessLog.acts')}
            </p>
          </li>
        )}
      </Pages>
    </section>
  );
}
