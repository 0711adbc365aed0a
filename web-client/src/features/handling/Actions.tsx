import { useState } from 'react';
import type { ReportDetail } from '../../api/types';
import { isOpen as isUnfinished } from '../../domain/status';
import { t } from '../../i18n/t';
import { SplitForm } from './duplicates/SplitForm';
import { ForwardForm } from './ForwardForm';
import { MoveForm } from './MoveForm';
import { moveText } from './moveText';
import { NoteForm } from './NoteForm';
import { Outcome } from './Outcome';
import { useAnswerDraft } from './useAnswerDraft';
import { type Change, useChange } from './useChange';

const disposisi = 'disposisi';
const note = 'note';
const split = 'split';

/** What the server allows this officer to do now. The typed text belongs to the report, not to the chosen action. */
export function Actions({ report }: { report: ReportDetail }) {
  const [chosen, setChosen] = useState<string>();
  const { draft, update, clear } = useAnswerDraft(report.id);
  const change = useChange(report);

  const submit = (wanted: Change) =>
    change.mutate(wanted, {
      onSuccess: () => {
        clear();
        setChosen(undefined);
      },
    });

  const choose = (action: string) => {
    change.reset();
    setChosen(chosen === action ? undefined : action);
  };

  const moves = report.moves.filter((it) => !it.demands.includes('agency'));
  const mayForward = moves.length < report.moves.length;
  const move = moves.find((it) => it.to === chosen);
  const maySplit = report.mayNote && isUnfinished(report.status) && !report.relations.mergedInto;
  const isOpen =
    move !== undefined ||
    (chosen === disposisi && mayForward) ||
    (chosen === note && report.mayNote) ||
    (chosen === split && maySplit);
  const isGone = !change.isPending && chosen !== undefined && !isOpen;
  const form = { draft, update, isBusy: change.isPending, problem: change.error, onSubmit: submit };
  return (
    <section className="stack actions">
      <h2>{t('handling.actions')}</h2>
      <Outcome change={change} isGone={isGone} />
      {report.moves.length === 0 && !report.mayNote && <p className="muted">{t('handling.nothing')}</p>}
      <div className="row">
        {moves.map((it) => (
          <Act
            key={it.to}
            text={moveText(report.status, it.to)}
            isChosen={chosen === it.to}
            onClick={() => choose(it.to)}
          />
        ))}
        {mayForward && (
          <Act text={t('forward.title')} isChosen={chosen === disposisi} onClick={() => choose(disposisi)} />
        )}
        {report.mayNote && <Act text={t('note.title')} isChosen={chosen === note} onClick={() => choose(note)} />}
        {maySplit && <Act text={t('split.title')} isChosen={chosen === split} onClick={() => choose(split)} />}
      </div>
      {move && <MoveForm key={move.to} report={report} move={move} {...form} />}
      {chosen === disposisi && mayForward && <ForwardForm {...form} />}
      {chosen === note && report.mayNote && <NoteForm report={report} {...form} />}
      {chosen === split && maySplit && <SplitForm report={report} {...form} />}
    </section>
  );
}

function Act({ text, isChosen, onClick }: { text: string; isChosen: boolean; onClick: () => void }) {
  return (
    <button type="button" className="button quiet compact" aria-expanded={isChosen} onClick={onClick}>
      {text}
    </button>
  );
}
