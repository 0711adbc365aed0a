import { useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { throughSignIn } from '../../api/account';
import { api, unwrap } from '../../api/client';
import type { CallItem, ReportDetail } from '../../api/types';
import type { CarDraft } from '../../domain/carWish/carDraft';
import { tm } from '../../i18n/tm';

interface KnownContactProps {
  report: ReportDetail | undefined;
  call: CallItem | undefined;
  onRead: (contact: Partial<CarDraft>) => void;
}

/** The number that the call or the report keeps, read by a tap and with a trace as everywhere; never by itself. */
export function KnownContact({ report, call, onRead }: KnownContactProps) {
  const [told, setTold] = useState<string>();
  if (call ? !call.phoneTail : !report) return null;

  const take = async () => {
    try {
      const { phone, ...rest } = await throughSignIn(() => read(report, call));
      if (phone) onRead({ phone, ...rest });
      else setTold(tm('car.ask.noNumber'));
    } catch (cause) {
      setTold(problemText(cause));
    }
  };
  return (
    <div>
      <button type="button" className="button quiet compact" onClick={() => void take()}>
        {tm(call ? 'car.ask.callerNumber' : 'car.ask.reporterContact')}
      </button>
      <p className="small muted">{tm('car.ask.readLogged')}</p>
      <p className="small" role="status">
        {told}
      </p>
    </div>
  );
}

async function read(
  report: ReportDetail | undefined,
  call: CallItem | undefined,
): Promise<{ phone: string | null; name?: string }> {
  if (call) {
    const body = { reason: tm('car.ask.callerReason') };
    return unwrap(api.POST('/api/v1/calls/{id}/number-readings', { params: { path: { id: call.id } }, body }));
  }
  const body = { reason: tm('car.ask.reporterReason') };
  const contact = await unwrap(
    api.POST('/api/v1/reports/{id}/contact-readings', { params: { path: { id: report?.id ?? '' } }, body }),
  );
  return { phone: contact.phone, ...(contact.name && { name: contact.name }) };
}
