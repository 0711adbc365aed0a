import { useCallback, useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { Fairness } from '../../api/types';
import { useResource } from '../../api/useResource';
import { number, percent } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Skeleton } from '../../ui/Skeleton';
import './fairness.css';

const shownAtFirst = 8;

/** The on-time share of each ward, with how sure one can be of it. */
export function FairnessChart({ from }: { from: string }) {
  const load = useCallback(
    (signal: AbortSignal) => unwrap(api.GET('/api/v1/statistics/fairness', { params: { query: { from } }, signal })),
    [from],
  );
  const { data, problem, reload } = useResource(load);
  return (
    <section className="stack" aria-labelledby="keadilan">
      <h2 id="keadilan">{t('stats.fairness')}</h2>
      {problem !== undefined && <Failure problem={problem} onRetry={reload} />}
      {data === undefined && problem === undefined && <Skeleton shape="line" count={8} />}
      {data && <Wards data={data} />}
    </section>
  );
}

function Wards({ data }: { data: Fairness }) {
  const [isWhole, setWhole] = useState(false);
  // those that stand apart first: they are what one came for
  const isApart = (it: Fairness['items'][number]) => Number(it.verdict === 'below' || it.verdict === 'above');
  const judged = data.items
    .filter((it) => it.share !== null && it.interval !== null)
    .sort((a, b) => isApart(b) - isApart(a) || (b.share ?? 0) - (a.share ?? 0));
  const tooFew = data.items.filter((it) => it.verdict === 'tooFew');
  if (judged.length === 0) return <p className="muted">{t('stats.fairnessNone')}</p>;
  return (
    <>
      <p className="small muted">{t('stats.fairnessHow')}</p>
      <ol className="fairness">
        {(isWhole ? judged : judged.slice(0, shownAtFirst)).map(
          ({ kelurahan, share, interval, judged: count, verdict }) => (
            <li key={kelurahan.code}>
              <span className="fairness-name">{kelurahan.name}</span>
              <span className={`fairness-line is-${verdict}`} aria-hidden="true">
                <u style={{ insetInlineStart: `${100 * (data.cityShare ?? 0)}%` }} />
                <i
                  style={{
                    insetInlineStart: `${100 * (interval?.low ?? 0)}%`,
                    insetInlineEnd: `${100 - 100 * (interval?.high ?? 1)}%`,
                  }}
                />
                <b style={{ insetInlineStart: `${100 * (share ?? 0)}%` }} />
              </span>
              <span className="small fairness-words">
                {t('stats.range', {
                  share: percent(share ?? 0),
                  low: percent(interval?.low ?? 0),
                  high: percent(interval?.high ?? 0),
                  count: number(count ?? 0),
                })}
                {(verdict === 'below' || verdict === 'above') && <strong> {t(`stats.verdict.${verdict}`)}</strong>}
              </span>
            </li>
          ),
        )}
      </ol>
      {judged.length > shownAtFirst && !isWhole && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {t('stats.showAll', { count: judged.length })}
        </button>
      )}
      {tooFew.length > 0 && (
        <p className="small muted">{t('stats.tooFew', { names: tooFew.map((it) => it.kelurahan.name).join(', ') })}</p>
      )}
    </>
  );
}
