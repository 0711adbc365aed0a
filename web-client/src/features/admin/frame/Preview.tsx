import { useCallback } from 'react';
import { ApiProblem, codeText, problemText } from '../../../api/ApiProblem';
import { useResource } from '../../../api/useResource';
import { ta } from '../../../i18n/ta';
import { Notice } from '../../../ui/Notice';
import { Skeleton } from '../../../ui/Skeleton';

interface PreviewProps {
  /** Asks the server to say the words; give the component a key that changes with them. */
  load: (signal: AbortSignal) => Promise<{ subject?: string; body: string }>;
}

/** A template as its reader would see it, about a report that does not exist. */
export function Preview({ load }: PreviewProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, other words come under another key
  const { data, problem } = useResource(useCallback(load, []));
  return (
    <section className="card stack preview" aria-label={ta('admin.previewTitle')}>
      <p className="small muted">{ta('admin.previewTitle')}</p>
      {!data && problem === undefined && <Skeleton shape="line" count={3} />}
      {problem !== undefined && (
        <Notice tone="err" role="alert">
          <p>{faultOf(problem)}</p>
        </Notice>
      )}
      {data?.subject && <h3>{data.subject}</h3>}
      {data && <p className="prose">{data.body}</p>}
    </section>
  );
}

/** The first field's fault says more than "something needs mending". */
function faultOf(problem: unknown): string {
  const [code] = problem instanceof ApiProblem ? Object.values(problem.fields).flat() : [];
  return code ? codeText(code) : problemText(problem);
}
