import type { ReactNode } from 'react';
import { Icon } from '../ui/Icon';
import './promise.css';

interface PromiseCardProps {
  text: string;
  /** Somebody has to act by then. */
  isRunning: boolean;
  children: ReactNode;
}

/** Who acts by when, or how it ended, in one sentence, and what belongs to it. */
export function PromiseCard({ text, isRunning, children }: PromiseCardProps) {
  return (
    <section className="card stack promise">
      <p className="promise-line">
        <Icon name={isRunning ? 'clock' : 'check'} />
        <strong>{text}</strong>
      </p>
      {children}
    </section>
  );
}
