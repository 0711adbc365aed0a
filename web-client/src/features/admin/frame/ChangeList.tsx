import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dateTime } from '../../../i18n/format';
import { lookUp } from '../../../i18n/t';
import { ta } from '../../../i18n/ta';
import { Failure } from '../../../ui/Failure';
import { MoreButton } from '../../../ui/MoreButton';
import { Skeleton } from '../../../ui/Skeleton';

interface Change {
  version: number;
  by: string;
  at: string;
}

interface ChangeListProps<Item extends Change> {
  changes: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** What was changed. */
  children: (change: Item) => ReactNode;
}

/** Who changed a thing and when, newest first, page after page. */
export function ChangeList<Item extends Change>({ changes, children }: ChangeListProps<Item>) {
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {changes.isPending && <Skeleton shape="line" count={3} />}
      {changes.isSuccess && items.length === 0 && <p className="muted small">{ta('admin.noHistory')}</p>}
      <ol>
        {items.map((change) => (
          <ChangeRow key={change.version} change={change}>
            {children(change)}
          </ChangeRow>
        ))}
      </ol>
      {changes.isError && <Failure problem={changes.error} onRetry={() => void changes.refetch()} />}
      {changes.hasNextPage && (
        <MoreButton isLoading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()} />
      )}
    </>
  );
}

export function ChangeRow({ change, children }: { change: Change; children: ReactNode }) {
  return (
    <li>
      <strong>{change.by}</strong> <span className="muted small">{dateTime(change.at)}</span>
      {children}
    </li>
  );
}

interface FieldChangesProps<Value> {
  fields: { field: string; before?: Value | null; after?: Value | null }[];
  /** What the words of the fields begin with, such as `adminField`. */
  words: string;
  /** A value as people read it; also the one that is not there. */
  tell: (value: Value | null | undefined, field: string) => string;
}

/** Each changed field: what stood there, struck out, and what stands there now. */
export function FieldChanges<Value>({ fields, words, tell }: FieldChangesProps<Value>) {
  return (
    <ul className="small">
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          {lookUp(`${words}.${field}`) ?? field}
          {': '}
          {before !== null && before !== undefined && (
            <>
              <del>{tell(before, field)}</del>
              {' → '}
            </>
          )}
          <ins>{tell(after, field)}</ins>
        </li>
      ))}
    </ul>
  );
}
