import type { ReactNode } from 'react';
import './chip.css';

interface ChipProps {
  isChosen: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** One of several filters that may be chosen together: a native checkbox in a small frame. */
export function Chip({ isChosen, onToggle, children }: ChipProps) {
  return (
    <label className="chip">
      <input type="checkbox" checked={isChosen} onChange={onToggle} />
      {children}
    </label>
  );
}
