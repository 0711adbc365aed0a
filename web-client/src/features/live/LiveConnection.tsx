import { useEffect, useState } from 'react';
import { suspectSession } from '../../api/account';
import { useLive, useLiveState } from '../../api/live';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import './live.css';

/** Listens while somebody is signed in, and tells when nothing can be heard. */
export function LiveConnection() {
  useLive(suspectSession);
  const state = useLiveState();
  const isOnline = useOnline();
  return (
    <div role="status">
      {(!isOnline || state === 'lost') && (
        <p className="live-lost">
          <Icon name="warning" />
          {t(isOnline ? 'live.lost' : 'live.offline')}
        </p>
      )}
    </div>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}
