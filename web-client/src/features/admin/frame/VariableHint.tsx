import { ta } from '../../../i18n/ta';

/** What the words of a template may name. */
export function VariableHint({ names }: { names: string[] }) {
  return (
    <>
      {ta('admin.variables')}{' '}
      {names.map((it, index) => (
        <span key={it}>
          {index > 0 && ', '}
          <code>{`{{ ${it} }}`}</code>
        </span>
      ))}
    </>
  );
}
