import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/ApiProblem';
import { saveFile } from '../../domain/saveFile';

export type ExportState =
  | { is: 'idle' }
  /** `rows` is told before the first byte; the size of the file nobody knows before its last. */
  | { is: 'arriving'; format: string; rows: number | undefined; bytes: number }
  | { is: 'saved'; format: string; rows: number }
  | { is: 'failed'; problem: ApiProblem };

/**
 * Fetches a list as a file, one at a time, and tells how far it has come. A plain link would tell neither that nor why there is none:
 * a browser keeps both to itself.
 */
export function useExport() {
  const [state, setState] = useState<ExportState>({ is: 'idle' });
  const present = useRef<AbortController>(undefined);
  useEffect(() => () => present.current?.abort(), []);

  function stop() {
    present.current?.abort();
    setState({ is: 'idle' });
  }

  async function start(format: string, address: string) {
    stop();
    const asking = new AbortController();
    present.current = asking;
    const tell = (next: ExportState) => asking.signal.aborted || setState(next);
    tell({ is: 'arriving', format, rows: undefined, bytes: 0 });
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (!answer.ok || !answer.body) throw ApiProblem.from(answer.status, await answer.json().catch(() => undefined));
      const rows = Number(answer.headers.get('X-Total-Count'));
      let bytes = 0;
      const counted = answer.body.pipeThrough(
        new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          transform(part, through) {
            bytes += part.byteLength;
            tell({ is: 'arriving', format, rows, bytes });
            through.enqueue(part);
          },
        }),
      );
      // a Blob, which a browser keeps on its disk when it grows
      saveFile(await new Response(counted, { headers: answer.headers }).blob(), nameOf(answer, format));
      tell({ is: 'saved', format, rows });
    } catch (cause) {
      tell({ is: 'failed', problem: cause instanceof ApiProblem ? cause : ApiProblem.unreachable() });
    }
  }

  return { state, start, stop };
}

function nameOf(answer: Response, format: string): string {
  return /filename="?([\w.-]+)/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? `laporan.${format}`;
}
