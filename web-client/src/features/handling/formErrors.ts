import { ApiProblem, codeText, problemText } from '../../api/ApiProblem';
import type { FieldError } from '../../ui/ErrorSummary';
import { isConflict } from './useChange';

/** The server's refusal as field errors; one without fields stands at `fallback`. A conflict has its own notice. */
export function formErrors(problem: unknown, fallback: string): FieldError[] {
  if (problem === null || problem === undefined || isConflict(problem)) return [];
  const fields = problem instanceof ApiProblem ? Object.entries(problem.fields) : [];
  return fields.length > 0
    ? fields.map(([field, codes]) => ({ field, text: codeText(codes[0] ?? 'unknown') }))
    : [{ field: fallback, text: problemText(problem) }];
}
