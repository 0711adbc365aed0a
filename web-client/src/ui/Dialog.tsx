import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './Icon';
import './dialog.css';

interface DialogProps {
  title: string;
  /** The word for the button that closes it. */
  close: string;
  onClose: () => void;
  children: ReactNode;
}

/** A native modal dialog: keeps the focus, closes by Escape, and gives the focus back. */
export function Dialog({ title, close, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="dialog-close" aria-label={close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="dialog-body stack">{children}</div>
    </dialog>
  );
}
