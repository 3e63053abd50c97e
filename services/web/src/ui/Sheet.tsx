import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../lib/texts';
import { IconButton } from './Button';
import { words } from './words';

interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  roomy?: boolean;
  /** While something must be seen first (a secret shown once), a tap beside the sheet does not close it. */
  stays?: boolean;
}

/** From below on a phone, in the middle on a desk. The browser's own dialog keeps focus inside and gives it back. */
export function Sheet({ title, onClose, children, roomy, stays }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const t = useTexts(words);
  useEffect(() => {
    const open = dialog.current;
    if (open && !open.open) open.showModal();
    return () => open?.close();
  }, []);
  return (
    <dialog
      ref={dialog} className={roomy ? 'sheet roomy' : 'sheet'} aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!stays) onClose();
      }}
      onClick={(event) => {
        if (!stays && event.target === dialog.current) onClose();
      }}
    >
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        <IconButton name="close" label={t.close} onClick={onClose} />
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}
