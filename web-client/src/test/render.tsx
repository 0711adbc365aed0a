import { configure } from '@testing-library/dom';
import { act } from 'preact/test-utils';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';

// effects and state settle with every event, as they would before anyone could look
configure({
  eventWrapper: (fire) => {
    let result: unknown;
    act(() => {
      result = fire();
    });
    return result;
  },
});

const roots: Root[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) root.unmount();
  document.body.replaceChildren();
});

/** Shows `ui` in the document until the test is over. */
export function render(ui: ReactNode): void {
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  roots.push(root);
  act(() => root.render(ui));
}

/** Runs a hook in a component of its own; `current` is what it returned last. */
export function renderHook<Result>(hook: () => Result): { readonly current: Result } {
  const results: Result[] = [];
  function Probe() {
    results.push(hook());
    return null;
  }
  render(<Probe />);
  return {
    get current() {
      return results.at(-1) as Result;
    },
  };
}
