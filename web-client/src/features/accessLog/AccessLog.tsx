import { useState } from 'react';
import { Link } from 'wouter';
import { dateTime } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';
import { Pages } from '../../ui/Pages';
import { TextField } from '../../ui/TextField';
import { useActs, useReadings, useViews } from './useAccessLog';
import './accessLog.css';

/** Who read whose contact and why. Looking at it is written down itself, and shown below. */
export function Readings() {
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const readings = useReadings(since, until);
  return (
    <section className="stack" aria-labelledby="bacaan">
      <h2 id="bacaan">{t('accessLog.readings')}</h2>
      <div className="log-period">
        <TextField id="since" type="date" label={t('accessLog.since')} value={since} onChange={setSince} />
        <TextField id="until" type="date" label={t('accessLog.until')} value={until} onChange={setUntil} />
      </div>
      <Pages query={readings} empty={t('accessLog.noReadings')}>
        {(it) => (
          <li key={it.id} className="log-row">
            <p>
              <strong>{it.readerName}</strong>
              {it.agency && <span className="muted"> {it.agency.name}</span>}
            </p>
            <p>{it.reason}</p>
            <p className="small muted">
              {dateTime(it.at)} · <Link href={`/laporan/${it.reportId}`}>{t('accessLog.report')}</Link>
            </p>
          </li>
        )}
      </Pages>
    </section>
  );
}

export function Acts() {
  const acts = useActs();
  return (
    <section className="stack" aria-labelledby="tindakan">
      <h2 id="tindakan">{t('accessLog.acts')}</h2>
      <Pages query={acts} empty={t('accessLog.noActs')}>
        {(it) => (
          <li key={it.id} className="log-row">
            <p>{lookUp(`privacyAct.${it.kind}`)}</p>
            <p className="small muted">
              {dateTime(it.at)} · {t(it.by === 'reporter' ? 'accessLog.byReporter' : 'accessLog.bySystem')} ·{' '}
              <Link href={`/laporan/${it.reportId}`}>{t('accessLog.report')}</Link>
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
      <h2 id="pengawas">{t('accessLog.views')}</h2>
      <Pages query={views} empty={t('accessLog.noViews')}>
        {(it) => (
          <li key={it.id} className="log-row">
            <p>
              <strong>{it.viewerName}</strong>
            </p>
            <p className="small muted">
              {dateTime(it.at)} · {t(it.log === 'contactReadings' ? 'accessLog.readings' : 'accessLog.acts')}
            </p>
          </li>
        )}
      </Pages>
    </section>
  );
}
