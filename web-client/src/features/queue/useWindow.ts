import { type RefObject, useCallback, useEffect, useState } from 'react';

const step = 5; // rows: the window moves in such steps, so that most scrolling renders nothing

interface Window {
  first: number;
  /** Exclusive. */
  last: number;
}

/**
 * Which rows of a long list are worth drawing: those in sight and some beside them. All rows have one height in px, so the rest is
 * two empty spaces. Follows whatever scrolls, the page or a column of it.
 */
export function useWindow(
  list: RefObject<HTMLElement | null>,
  count: number,
): Window & { rowHeight: number; reveal: (index: number) => void } {
  const [rowHeight, setRowHeight] = useState(88);
  const [from, setFrom] = useState({ first: 0, rows: 30 });

  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const element = list.current;
      if (!element) return;
      const height = element.querySelector('li')?.getBoundingClientRect().height || rowHeight;
      setRowHeight(height);
      const above = -element.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(above / height / step) * step - step);
      const rows = Math.ceil(innerHeight / height / step) * step + 3 * step;
      setFrom((before) => (before.first === first && before.rows === rows ? before : { first, rows }));
    };
    const ask = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    document.addEventListener('scroll', ask, { capture: true, passive: true });
    addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', ask, { capture: true });
      removeEventListener('resize', ask);
    };
  }, [list, rowHeight]);

  /** Brings a row into sight, drawn or not. */
  const reveal = useCallback(
    (index: number) => {
      const element = list.current;
      if (!element) return;
      const box = scrollBoxOf(element);
      const [top, bottom] = [box.getBoundingClientRect().top, box.getBoundingClientRect().bottom];
      const isPage = box === document.documentElement;
      const [seenTop, seenBottom] = [isPage ? 60 : top, isPage ? innerHeight : Math.min(bottom, innerHeight)];
      const row = element.getBoundingClientRect().top + index * rowHeight;
      if (row < seenTop) box.scrollTop += row - seenTop - rowHeight / 2;
      else if (row + rowHeight > seenBottom) box.scrollTop += row + rowHeight - seenBottom + rowHeight / 2;
    },
    [list, rowHeight],
  );

  const first = Math.min(from.first, Math.max(0, count - 1));
  return { first, last: Math.min(count, first + from.rows), rowHeight, reveal };
}

function scrollBoxOf(element: HTMLElement): HTMLElement {
  for (let box = element.parentElement; box; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight) return box;
  return document.documentElement;
}
