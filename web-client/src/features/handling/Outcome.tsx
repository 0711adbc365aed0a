import { problemText } from '../../api/ApiProblem';
import { statusText } from '../../domain/status';
import { t } from '../../i18n/t';
import { Announcement } from '../../ui/Announcement';
import { ReportLinks } from './duplicates/ReportLinks';
import type { Changing } from './useChange';

interface OutcomeProps {
  change: Changing;
  /** The chosen act is no longer open to this officer, and its form is gone with it. */
  isGone: boolean;
}

/** How the last act ended, unless its form stands and tells it. */
export function Outcome({ change, isGone }: OutcomeProps) {
  if (change.isSuccess)
    return (
      <Announcement tone="ok" role="status">
        {'children' in change.data ? (
          <>
            <p>{t('split.done')}</p>
            <ReportLinks reports={change.data.children} />
          </>
        ) : (
          <p>{t('handling.done', { status: statusText(change.data.status) })}</p>
        )}
      </Announcement>
    );
  if (isGone)
    return (
      <Announcement tone={change.isError ? 'err' : 'info'} role={change.isError ? 'alert' : 'status'}>
        {change.isError && <p>{problemText(change.error)}</p>}
        <p>{t('handling.moveGone')}</p>
      </Announcement>
    );
  return null;
}
