import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { OpenData } from '../../api/types';
import { useResource } from '../../api/useResource';
import { dateTime, day, number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';
import './openData.css';

const load = (signal: AbortSignal) => unwrap(api.GET('/api/v1/open-data', { signal }));

/** The open data set of the day: what it holds, what it withholds, and where it lies. */
export function OpenDataView() {
  const { data, problem, reload } = useResource(load);
  return (
    <div className="open-data stack-large">
      <header className="stack">
        <Heading title={t('data.title')} />
        <p className="lead">{t('data.lead')}</p>
      </header>
      {data === undefined && problem === undefined && <Skeleton shape="card" count={2} />}
      {problem !== undefined &&
        (problem instanceof ApiProblem && problem.code === 'not_found' ? (
          <p className="muted">{t('data.none')}</p>
        ) : (
          <Failure problem={problem} onRetry={reload} />
        ))}
      {data && <DataSet data={data} />}
    </div>
  );
}

function DataSet({ data }: { data: OpenData }) {
  return (
    <>
      <section className="stack">
        <p>
          {t('data.rows', { rows: number(data.rows), day: day(data.day) })}{' '}
          <span className="muted small">{t('data.made', { at: dateTime(data.madeAt), license: data.license })}</span>
        </p>
        <ul className="files">
          {data.files.map((file) => (
            <li key={file.format}>
              <a className="button quiet" href={file.url} download>
                <Icon name="download" />
                {t('data.get', { format: file.format.toUpperCase() })}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t('data.what')}</h2>
        <p>{t('data.definition')}</p>
      </section>
      <section className="stack">
        <h2>{t('data.fields')}</h2>
        <dl className="fields">
          {data.fields.map((field) => (
            <div key={field.name}>
              <dt>
                <code>{field.name}</code>
              </dt>
              <dd lang="id">{field.meaning}</dd>
            </div>
          ))}
        </dl>
        <p className="small muted">{t('data.spelling')}</p>
      </section>
    </>
  );
}
