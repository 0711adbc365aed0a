import { useRef, useState } from 'react';
import { api, unwrap } from '../api/client';
import { forgetSupporterKey, keepSupporterKey, supporterKey } from './supporterKeys';

interface Supported {
  id: string;
  supports: number;
}

/** "Saya juga" for one report: whether this phone has said so, how many have, and saying it or taking it back. */
export function useSupport(report: Supported) {
  const [key, setKey] = useState(() => supporterKey(report.id));
  const [count, setCount] = useState(report.supports);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  // an answer may be lost on its way: another try with the same key counts no second time
  const fresh = useRef(crypto.randomUUID());

  const ask = async (wanted: boolean) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const params = { path: { id: report.id }, header: { 'Supporter-Key': key ?? fresh.current } };
    try {
      const path = '/api/v1/public/reports/{id}/support';
      const answer = await unwrap(wanted ? api.POST(path, { params }) : api.DELETE(path, { params }));
      setCount(answer.supports);
      if (wanted) keepSupporterKey(report.id, fresh.current);
      else forgetSupporterKey(report.id);
      setKey(wanted ? fresh.current : undefined);
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  };

  return { isSupported: key !== undefined, count, isBusy, problem, ask };
}

export type Support = ReturnType<typeof useSupport>;
