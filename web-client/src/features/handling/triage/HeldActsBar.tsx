import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { statusText } from '../../../domain/status';
import { t } from '../../../i18n/t';
import { Icon } from '../../../ui/Icon';
import { useShortcuts } from '../../../ui/shortcuts';
import { moveText } from '../moveText';
import type { HeldAct, HeldActs } from './useHeldActs';

/** The act that can still be taken back, and those that the server refused afterwards. */
export function HeldActsBar({ acts }: { acts: HeldActs }) {
  const [, navigate] = useLocation();
  const { held, failed, takeBack, forgive } = acts;
  const shortcuts = useMemo(
    () => [
      {
        key: 'z',
        text: t('triage.undo'),
        run: () => {
          const act = takeBack();
          if (act) navigate(`/laporan/${act.report.id}${location.search}`);
        },
      },
    ],
    [takeBack, navigate],
  );
  useShortcuts(shortcuts);

  return (
    <div className="held-acts">
      <div role="status">
        {held && (
          <p className="held-act">
            <span>{t('triage.held', { code: held.report.trackingCode, act: actText(held) })}</span>
            <button type="button" className="text-button" aria-keyshortcuts="z" onClick={shortcuts[0]?.run}>
              {t('triage.undo')}
            </button>
          </p>
        )}
      </div>
      {failed.map((it) => (
        <p key={it.report.id} className="held-act is-failed" role="alert">
          <Icon name="warning" />
          <span>
            <Link href={`/laporan/${it.report.id}${location.search}`}>{it.report.trackingCode}</Link>
            {`: ${it.problem}`}
          </span>
          <button type="button" className="text-button" aria-label={t('triage.dismiss')} onClick={() => forgive(it)}>
            <Icon name="close" />
          </button>
        </p>
      ))}
    </div>
  );
}

function actText({ report, change }: HeldAct): string {
  switch (change.kind) {
    case 'status':
      return moveText(report.status, change.body.to);
    case 'disposisi':
      return t('forward.title');
    case 'note':
      return t('note.title');
    default:
      return statusText(report.status);
  }
}
