import { lookUp, t } from '../i18n/t';

/** An RFC 9457 answer of the server, or the absence of one (`status` 0: the server could not be reached). */
export class ApiProblem extends Error {
  private constructor(
    readonly status: number,
    readonly code: string,
    /** Field name to codes, as in `errors` of the problem document. */
    readonly fields: Record<string, string[]>,
    /** Further members of the problem document, such as `currentVersion`. */
    readonly facts: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'ApiProblem';
  }

  static from(status: number, body: unknown): ApiProblem {
    const problem = isRecord(body) ? body : {};
    const code = typeof problem.code === 'string' ? problem.code : status >= 500 ? 'unavailable' : 'unknown';
    return new ApiProblem(
      status,
      code,
      isRecord(problem.errors) ? (problem.errors as Record<string, string[]>) : {},
      problem,
    );
  }

  static unreachable(): ApiProblem {
    return new ApiProblem(0, 'unreachable', {});
  }

  /** True when nobody can tell whether the server acted: the same request may be sent again. */
  get isTransient(): boolean {
    return [0, 408, 429].includes(this.status) || this.status >= 500 || this.code === 'conflict';
  }
}

/** What went wrong, in the reader's words. */
export function problemText(cause: unknown): string {
  return codeText(cause instanceof ApiProblem ? cause.code : 'unknown');
}

/** The text for one problem code; an unknown code gets the general sentence rather than a technical word. */
export function codeText(code: string): string {
  return lookUp(`problem.${code}`) ?? t('problem.unknown');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
