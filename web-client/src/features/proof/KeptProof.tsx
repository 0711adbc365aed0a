import { useState } from 'react';
import type { ReportProof } from '../../api/types';
import { t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ProofVerdict } from './ProofVerdict';

/** Judges a proof that was saved earlier; needs no network. */
export function KeptProof() {
  const [proof, setProof] = useState<ReportProof>();
  const [isUnreadable, setUnreadable] = useState(false);

  const open = async (file: File) => {
    setProof(undefined);
    setUnreadable(false);
    try {
      setProof(JSON.parse(await file.text()));
    } catch {
      setUnreadable(true);
    }
  };

  return (
    <section className="stack">
      <h2>{t('proof.file')}</h2>
      <p className="muted">{t('proof.fileText')}</p>
      <label className="button quiet wide file-button">
        <Icon name="inbox" />
        {t('proof.openFile')}
        <input
          className="visually-hidden"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            if (file) void open(file);
            input.value = ''; // the same file may be chosen again
          }}
        />
      </label>
      <div role="status">{isUnreadable && <FieldProblem>{t('proof.unreadable')}</FieldProblem>}</div>
      {proof && <ProofVerdict proof={proof} />}
    </section>
  );
}
