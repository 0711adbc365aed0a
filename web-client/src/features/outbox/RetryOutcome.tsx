import { problemText } from '../../api/ApiProblem';
import { Announcement } from '../../ui/Announcement';

interface RetryOutcomeProps {
  retry: { isSuccess: boolean; isError: boolean; error: unknown; submittedAt: number };
  done: string;
}

/** How the last try ended. A new one is news of its own, even with the same words. */
export function RetryOutcome({ retry, done }: RetryOutcomeProps) {
  if (retry.isSuccess)
    return (
      <Announcement key={retry.submittedAt} tone="ok" role="status">
        <p>{done}</p>
      </Announcement>
    );
  if (retry.isError)
    return (
      <Announcement key={retry.submittedAt} tone="err" role="alert">
        <p>{problemText(retry.error)}</p>
      </Announcement>
    );
  return null;
}
