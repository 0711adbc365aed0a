import { ApiProblem } from '../../api/ApiProblem';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';
import { Announcement } from '../../ui/Announcement';
import type { FieldError } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';

/** What the server refuses, by field; somebody else's newer version is told in its own words. */
export function refusals(error: unknown, fallback: string): FieldError[] {
  if (!error) return [];
  return error instanceof ApiProblem && error.status === 412
    ? [{ field: fallback, text: t('problem.stale_version') }]
    : fieldErrors(error, fallback);
}

export function Saved({ isShown }: { isShown: boolean }) {
  return isShown ? (
    <Announcement tone="ok" role="status">
      <p>{tw('work.saved')}</p>
    </Announcement>
  ) : null;
}
