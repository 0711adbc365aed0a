import { dateTime } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { ChangeList, FieldChanges } from '../frame/ChangeList';
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
  return (
    <ChangeList changes={useClientChanges(id)}>
      {(change) => (
        <>
          <p>{ta(`clientChange.${change.kind}`)}</p>
          <FieldChanges fields={change.fields} words="clientField" tell={told} />
        </>
      )}
    </ChangeList>
  );
}

function told(value: string | null | undefined, field: string): string {
  if (value === null || value === undefined) return '–';
  if (field === 'agencies') return value === '*' ? ta('client.wholeCity') : value.replaceAll(' ', ', ');
  if (field === 'expiresAt') return dateTime(value);
  if (field === 'disabled') return '✓';
  return field === 'secret' ? `…${value}` : value.replaceAll(' ', field === 'scopes' ? ', ' : ' ');
}
