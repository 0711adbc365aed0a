import { type ReactNode, useState } from 'react';
import { ta } from '../../../i18n/ta';

/** Who changed a thing: a fold whose inside is there, and fetched, once somebody wants to know. */
export function HistoryFold({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="item-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{ta('admin.history')}</summary>
      {isOpen && children}
    </details>
  );
}
