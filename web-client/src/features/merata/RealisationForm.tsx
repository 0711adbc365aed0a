import { useState } from 'react';
import type { WorkDetail } from '../../api/types';
import { rupiah } from '../../domain/rupiah';
import { number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { TextField } from '../../ui/TextField';
import { refusals, Saved } from './formParts';
import { useRealise } from './useWorks';
import { figureOf } from './workDraft';

/** What was spent on each line and what was built so far. */
export function RealisationForm({ work }: { work: WorkDetail }) {
  const save = useRealise(work.id, work.version);
  const [volume, setVolume] = useState(work.realisedVolume === null ? '' : number(work.realisedVolume));
  const [lines, setLines] = useState(() =>
    work.budget.map((it) => ({
      name: it.name,
      planned: it.planned,
      realised: it.realised === null ? '' : number(it.realised),
      reason: it.reason ?? '',
    })),
  );
  const told = lines.filter((it) => it.realised.trim() !== '');
  const labels = Object.fromEntries([
    ['realisedVolume', tw('work.volumeSoFar', { unit: work.plan.unit })],
    ...lines.flatMap((it, index) => [
      [`spent-${index}-realised`, it.name],
      [`spent-${index}-reason`, tw('work.overReason', { name: it.name })],
    ]),
  ]);
  const errors = refusals(save.error, 'realisedVolume')
    .map((it) => ({ ...it, field: idOf(it.field) }))
    .map((it) => ({ ...it, label: labels[it.field] }));
  const problem = (field: string) => errors.find((it) => it.field === field)?.text;
  /** The server names a line by its place among those that were sent. */
  function idOf(field: string): string {
    const [, index = '', part = ''] = /^budget\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
    const line = told[Number(index)];
    return index && line
      ? `spent-${lines.indexOf(line)}-${part === 'reason' ? 'reason' : 'realised'}`
      : field === 'volume'
        ? 'realisedVolume'
        : field;
  }
  const update = (at: number, part: { realised?: string; reason?: string }) =>
    setLines((before) => before.map((it, index) => (index === at ? { ...it, ...part } : it)));
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending) return;
        save.mutate({
          volume: volume.trim() === '' ? null : figureOf(volume),
          budget: told.map((it) => ({
            name: it.name,
            realised: Math.trunc(figureOf(it.realised)),
            reason: it.reason.trim() || null,
          })),
        });
      }}
    >
      <h3>{tw('work.realise')}</h3>
      <Saved isShown={save.isSuccess} />
      <ErrorSummary title={t('report.errors')} errors={errors} />
      <TextField
        id="realisedVolume"
        inputMode="decimal"
        label={tw('work.volumeSoFar', { unit: work.plan.unit })}
        problem={problem('realisedVolume')}
        value={volume}
        onChange={setVolume}
      />
      {lines.map((it, index) => (
        <div key={it.name} className="stack">
          <TextField
            id={`spent-${index}-realised`}
            inputMode="numeric"
            label={it.name}
            hint={tw('work.plannedHint', { amount: rupiah(it.planned) })}
            problem={problem(`spent-${index}-realised`)}
            value={it.realised}
            onChange={(realised) => update(index, { realised })}
          />
          {figureOf(it.realised) > it.planned && (
            <TextField
              id={`spent-${index}-reason`}
              label={tw('work.overReason', { name: it.name })}
              maxLength={500}
              problem={problem(`spent-${index}-reason`)}
              value={it.reason}
              onChange={(reason) => update(index, { reason })}
            />
          )}
        </div>
      ))}
      <button type="submit" className="button compact" aria-disabled={save.isPending}>
        {tw('work.save')}
      </button>
    </form>
  );
}
