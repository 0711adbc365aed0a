import { type MouseEvent, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { Icon } from './Icon';

export interface FieldError {
  /** The id of the control that the link leads to. */
  field: string;
  text: string;
  /** What the field is called, where the words alone do not say which one they are about. */
  label?: string | undefined;
  /** The page that holds the control, when it is not this one. */
  href?: string;
}

/**
 * Takes the focus with every try that leaves errors, and leads to each field with the same words as there, and its name where these do not tell it. A list that
 * merely changes takes nothing: it shrinks while its owner repairs a field.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  const isShown = errors.length > 0;

  useEffect(() => {
    if (!isShown) return;
    const takeFocus = () => box.current?.focus();
    takeFocus();
    const form = box.current?.closest('form');
    form?.addEventListener('submit', takeFocus);
    return () => form?.removeEventListener('submit', takeFocus);
  }, [isShown]);

  if (!isShown) return null;
  return (
    <div className="notice err" role="alert" tabIndex={-1} ref={box}>
      <Icon name="warning" />
      <div>
        <h2>{title}</h2>
        <ul>
          {errors.map((error) => (
            <li key={error.field}>
              {error.href ? (
                <Link href={error.href}>{wordsOf(error)}</Link>
              ) : (
                <a href={`#${error.field}`} onClick={(event) => focusField(event, error.field)}>
                  {wordsOf(error)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function wordsOf({ label, text }: FieldError): string {
  return label ? `${label}: ${text}` : text;
}

function focusField(event: MouseEvent, field: string): void {
  event.preventDefault();
  document.getElementById(field)?.focus();
}
