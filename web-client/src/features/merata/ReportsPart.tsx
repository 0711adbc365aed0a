import { useState } from 'react';
import { Link } from 'wouter';
import type { WorkDetail } from '../../api/types';
import { StatusBadge } from '../../domain/StatusBadge';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { TextField } from '../../ui/TextField';
import { refusals } from './formParts';
import { RemovalForm } from './RemovalForm';
import { useLinkReport, useUnlinkReport } from './useWorks';

/** The reports that the work answers: their reporters hear of each stage. */
export function ReportsPart({ work }: { work: WorkDetail }) {
  const unlink = useUnlinkReport(work.id, work.version);
  const isOver = work.stage === 'cancelled' || work.stage === 'evaluated';
  return (
    <section className="stack" aria-labelledby="reports">
      <h2 id="reports">{tw('work.reports')}</h2>
      {work.reports.length === 0 && <p className="muted">{tw('work.noReports')}</p>}
      <ul className="stack">
        {work.reports.map((it) => (
          <li key={it.id}>
            <p className="row">
              <Link href={`/laporan/${it.id}`}>
                {it.trackingCode} · {it.service.name}
              </Link>
              <StatusBadge status={it.status} />
            </p>
            {work.mayKeep && (
              <RemovalForm
                label={tw('work.unlink', { code: it.trackingCode })}
                error={unlink.variables?.reportId === it.id ? unlink.error : null}
                isPending={unlink.isPending}
                onRemove={(reason) => unlink.mutate({ reportId: it.id, reason })}
              />
            )}
          </li>
        ))}
      </ul>
      {work.otherReports > 0 && <p className="small muted">{tw('work.reportsHidden', { count: work.otherReports })}</p>}
      {work.mayKeep && !isOver && <LinkForm key={work.reports.length} work={work} />}
    </section>
  );
}

function LinkForm({ work }: { work: WorkDetail }) {
  const link = useLinkReport(work.id, work.version);
  const [report, setReport] = useState('');
  const errors = refusals(link.error, 'report');
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!link.isPending) link.mutate(report);
      }}
    >
      <ErrorSummary title={t('report.errors')} errors={errors} />
      <TextField
        id="report"
        label={tw('work.linkField')}
        hint={tw('work.linkHint', { ward: work.kelurahan.name })}
        maxLength={40}
        problem={errors.find((it) => it.field === 'report')?.text}
        value={report}
        onChange={setReport}
      />
      <button type="submit" className="button compact" aria-disabled={link.isPending}>
        {tw('work.link')}
      </button>
    </form>
  );
}
