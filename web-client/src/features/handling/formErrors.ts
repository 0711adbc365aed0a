import type { FieldError } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { isConflict } from './useChange';

/** What the form has to say about the server's refusal. A conflict has its own notice. */
export function formErrors(problem: unknown, fallback: string): FieldError[] {
  return problem === null || problem === undefined || isConflict(problem) ? [] : fieldErrors(problem, fallback);
}
