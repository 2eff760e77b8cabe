import { useEffect, useRef, type MouseEvent, type ReactElement, type ReactNode } from 'react';

interface DialogProps {
  readonly name: string;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Lies over the page until Escape, a click beside it, or whoever shows it closes it. */
export function Dialog({ name, label, onClose, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  function onClick(event: MouseEvent): void {
    if (event.target === dialog.current) {
      dialog.current?.close();
    }
  }

  return (
    <dialog
      ref={dialog}
      className={`lab-over ${name}`}
      aria-label={label}
      onClose={onClose}
      onClick={onClick}
    >
      {children}
    </dialog>
  );
}
