import { type ReactNode, useState } from 'react';
import { forgetSession, sessionHere } from '../../domain/reportKey';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';
import { LinkForm } from './LinkForm';
import { OpenLink } from './OpenLink';
import { OwnReportList } from './OwnReportList';

/** "Laporan saya" by contact: ask for a link, come by it, see the list. What this phone knows anyway stands above. */
export function OwnReportsView({ onThisPhone }: { onThisPhone: ReactNode }) {
  const [token, setToken] = useState(() => location.hash.slice(1));
  const [session, setSession] = useState(sessionHere);

  const goOn = () => {
    // a used link is not to be found in the history of the browser
    history.replaceState(null, '', location.pathname);
    setToken('');
    setSession(sessionHere());
  };

  if (token) return <OpenLink token={token} onOpened={goOn} onDropped={goOn} />;
  if (session) {
    return (
      <OwnReportList
        session={session}
        onEnd={() => {
          forgetSession();
          setSession(undefined);
        }}
      />
    );
  }
  return (
    <div className="stack-large">
      <Heading title={t('own.title')} />
      {/* first: it is known at once, and the form below waits for what the server can send */}
      {onThisPhone}
      <div className="stack">
        <LinkForm />
      </div>
    </div>
  );
}
