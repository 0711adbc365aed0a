import { useState } from 'react';
import { problemText } from '../api/ApiProblem';
import type { HandOver } from '../api/types';
import { t } from '../i18n/t';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/Notice';
import { downloadHandOver, type HandOverFile } from './handOverFile';
import { saveFile } from './saveFile';

const files: { file: HandOverFile; label: 'handOver.document' | 'handOver.json' | 'handOver.xml' }[] = [
  { file: 'document', label: 'handOver.document' },
  { file: 'request.json', label: 'handOver.json' },
  { file: 'request.xml', label: 'handOver.xml' },
];

/** The hand-over to be kept: on paper, for a program that speaks Open311, and as it was signed. */
export function HandOverDownloads({ handOver, token }: { handOver: HandOver; token?: string }) {
  const [problem, setProblem] = useState<unknown>();
  const name = `serah-terima-${handOver.statement.report.number}`;
  const get = (file: HandOverFile) => {
    setProblem(undefined);
    downloadHandOver(handOver.id, file, name, token).catch(setProblem);
  };
  return (
    <section className="stack">
      <h2>{t('handOver.keep')}</h2>
      <div className="row">
        {files.map(({ file, label }) => (
          <button key={file} type="button" className="button quiet" onClick={() => get(file)}>
            <Icon name={file === 'document' ? 'file' : 'download'} />
            {t(label)}
          </button>
        ))}
        <button
          type="button"
          className="button quiet"
          onClick={() => saveFile(new Blob([handOver.jws], { type: 'application/jose' }), `${name}.jws`)}
        >
          <Icon name="lock" />
          {t('handOver.signed')}
        </button>
      </div>
      {problem !== undefined && (
        <Notice tone="err" role="alert">
          <p>{problemText(problem)}</p>
        </Notice>
      )}
    </section>
  );
}
