import { type ReactNode, useEffect, useRef } from 'react';

let isFirstPage = true;

/** The h1 of a page: names the document and, after moving between pages, takes the focus so that the change is heard. */
export function Heading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = title;
    if (!isFirstPage) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    isFirstPage = false;
  }, [title]);

  return (
    <h1 tabIndex={-1} ref={heading}>
      {children ?? title}
    </h1>
  );
}
