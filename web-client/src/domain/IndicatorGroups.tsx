import { type ReactNode, useId } from 'react';
import type { IndicatorFigure } from '../api/types';
import { ti } from '../i18n/ti';
import { Icon } from '../ui/Icon';
import {
  countedText,
  indicatorDefinition,
  indicatorGroups,
  indicatorName,
  targetText,
  valueText,
  verdictLooks,
} from './indicatorText';
import './indicators.css';

/** The indicators under what the mayor asks of Merata, each with its target, what it counts and, on demand, how. */
export function IndicatorGroups({ items }: { items: IndicatorFigure[] }) {
  return (
    <div className="stack-large">
      {indicatorGroups.map((group) => {
        const own = items.filter((it) => it.group === group);
        return own.length === 0 ? null : (
          <Group key={group} title={ti(`indicator.group.${group}`)}>
            {own.map((it) => (
              <Card key={it.code} figure={it} />
            ))}
          </Group>
        );
      })}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul className="indicators">{children}</ul>
    </section>
  );
}

function Card({ figure }: { figure: IndicatorFigure }) {
  const counted = countedText(figure);
  return (
    <li className="card indicator">
      <h4>{indicatorName(figure)}</h4>
      <p className={figure.value === null ? 'indicator-none' : 'indicator-value'}>{valueText(figure)}</p>
      <p>
        <VerdictMark verdict={figure.verdict} />
      </p>
      <p className="small">{targetText(figure)}</p>
      {counted && <p className="small muted">{counted}</p>}
      <details>
        <summary className="small">{ti('indicator.definition')}</summary>
        <p className="small">{indicatorDefinition(figure)}</p>
      </details>
    </li>
  );
}

function VerdictMark({ verdict }: { verdict: IndicatorFigure['verdict'] }) {
  if (verdict === null) return <span className="badge plain">{ti('indicator.unjudged')}</span>;
  const look = verdictLooks[verdict];
  return (
    <span className={`badge ${look.tone}`}>
      <Icon name={look.icon} />
      {ti(`indicator.verdict.${verdict}`)}
    </span>
  );
}
