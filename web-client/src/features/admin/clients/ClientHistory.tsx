import { dateTime } from '../../../i18n/format';
import { lookUp } from '../../../i18n/t';
import { ta } from '../../../i18n/ta';
import { Failure } from '../../../ui/Failure';
import { MoreButton } from '../../../ui/MoreButton';
import { Skeleton } from '../../../ui/Skeleton';
import { HistoryFold } from '../frame/HistoryFold';
import { useClientChanges } from './useClients';

/** Who let the client in, and what each changed, newest first. */
export function ClientHistory({ id }: { id: string }) {
  return (
    <HistoryFold>
      <Changes id={id} />
    </HistoryFold>
  );
}

function Changes({ id }: { id: string }) {
  const changes = useClientChanges(id);
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {changes.isPending && <Skeleton shape="line" count={3} />}
      <ol>
        {items.map((change) => (
          <li key={change.version}>
            <strong>{change.by}</strong> <span className="muted small">{dateTime(change.at)}</span>
            <p>{ta(`clientChange.${change.kind}`)}</p>
            <ul className="small">
              {change.fields.map((it) => (
                <li key={it.field}>
                  {lookUp(`clientField.${it.field}`) ?? it.field}
                  {': '}
                  {it.before !== null && (
                    <>
                      <del>{told(it.field, it.before)}</del>
                      {' → '}
                    </>
                  )}
                  <ins>{told(it.field, it.after)}</ins>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {changes.isError && <Failure problem={changes.error} onRetry={() => void changes.refetch()} />}
      {changes.hasNextPage && (
        <MoreButton isLoading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()} />
      )}
    </>
  );
}

function told(field: string, value: string | null): string {
  if (value === null) return '–';
  if (field === 'agencies') return value === '*' ? ta('client.wholeCity') : value.replaceAll(' ', ', ');
  if (field === 'expiresAt') return dateTime(value);
  if (field === 'disabled') return '✓';
  return field === 'secret' ? `…${value}` : value.replaceAll(' ', field === 'scopes' ? ', ' : ' ');
}
