import { ta } from '../../../i18n/ta';

/** Beside the name of a thing that has typed and unsaved words. */
export function UnsavedMark() {
  return (
    <span className="unsaved-mark">
      <span className="visually-hidden"> {ta('admin.unsaved')}</span>
    </span>
  );
}
