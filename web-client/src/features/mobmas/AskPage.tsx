import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { api, unwrap } from '../../api/client';
import { reportQuery } from '../../api/report';
import type { CarRequestReceipt } from '../../api/types';
import { tm } from '../../i18n/tm';
import { Announcement } from '../../ui/Announcement';
import { Failure } from '../../ui/Failure';
import { Skeleton } from '../../ui/Skeleton';
import { AskForm } from './AskForm';

/** A request for a car that staff write down for somebody else: from a report, from a call, or from nothing. */
export function AskPage() {
  const search = useSearch();
  const asked = new URLSearchParams(search);
  const [reportId, callId] = [asked.get('laporan'), asked.get('panggilan')];
  const report = useQuery({ ...reportQuery(reportId ?? ''), enabled: reportId !== null });
  const call = useQuery({
    queryKey: ['cars', 'call', callId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/calls/{id}', { params: { path: { id: callId ?? '' } }, signal })),
    enabled: callId !== null,
  });
  const [receipt, setReceipt] = useState<CarRequestReceipt>();
  if (receipt) return <Written receipt={receipt} reportId={reportId} onAnother={() => setReceipt(undefined)} />;
  const error = report.error ?? call.error;
  if (error) return <Failure problem={error} onRetry={() => void Promise.all([report.refetch(), call.refetch()])} />;
  if (report.isLoading || call.isLoading) return <Skeleton shape="card" count={2} />;
  return <AskForm key={search} named={report.data} call={call.data?.call} onWritten={setReceipt} />;
}

interface WrittenProps {
  receipt: CarRequestReceipt;
  reportId: string | null;
  onAnother: () => void;
}

/** The number in its groups, to be read out; the secret link is for who asks by themselves. */
function Written({ receipt, reportId, onAnother }: WrittenProps) {
  return (
    <Announcement tone="ok" role="status">
      <p>{tm('car.ask.done')}</p>
      <p className="car-spoken">
        {receipt.trackingCode.split('-').map((group) => (
          <span key={group}>{[...group].join(' ')} </span>
        ))}
      </p>
      <p>{tm('car.ask.decides', { agency: receipt.agency.name })}</p>
      <div className="row">
        {reportId && (
          <Link href={`/laporan/${reportId}`} className="text-button">
            {tm('car.ask.backToReport')}
          </Link>
        )}
        <button type="button" className="text-button" onClick={onAnother}>
          {tm('car.ask.another')}
        </button>
      </div>
    </Announcement>
  );
}
