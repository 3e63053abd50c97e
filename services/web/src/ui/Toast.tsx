import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Icon } from './Icon';

interface Toast {
  id: number;
  text: string;
  bad: boolean;
}

const SHOWN_MS = 4500;
let shown: Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function become(next: Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

export function toast(text: string, kind: 'good' | 'bad' = 'good'): void {
  const id = nextId++;
  become([...shown.slice(-2), { id, text, bad: kind === 'bad' }]);
  setTimeout(() => become(shown.filter((one) => one.id !== id)), SHOWN_MS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A popover stands above an open sheet; showing it again lifts it over one opened since.
    const node = place.current;
    if (!node?.showPopover) return;
    if (node.matches(':popover-open')) node.hidePopover();
    if (toasts.length > 0) node.showPopover();
  }, [toasts]);
  return (
    <div className="toasts" ref={place} popover="manual" role="status" aria-live="polite">
      {toasts.map((one) => (
        <div key={one.id} className={one.bad ? 'toast bad' : 'toast'}>
          <span className="glyph">
            <Icon name={one.bad ? 'alert' : 'check'} size={20} />
          </span>
          {one.text}
        </div>
      ))}
    </div>
  );
}
