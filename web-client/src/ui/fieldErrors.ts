import { ApiProblem, codeText, problemText } from '../api/ApiProblem';
import type { FieldError } from './ErrorSummary';

/** The server's refusal as field errors; one without fields stands at `fallback`. */
export function fieldErrors(problem: unknown, fallback: string): FieldError[] {
  const fields = problem instanceof ApiProblem ? Object.entries(problem.fields) : [];
  return fields.length > 0
    ? fields.map(([field, codes]) => ({ field, text: codeText(codes[0] ?? 'unknown') }))
    : [{ field: fallback, text: problemText(problem) }];
}
