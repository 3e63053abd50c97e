import { type KeyboardEvent, useRef } from 'react';

interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  className?: string;
}

/** One of a few, all visible: a radio group that arrows move through. */
export function Segments<T extends string>({ label, value, options, onChange, className = '' }: SegmentsProps<T>) {
  const group = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const now = options.findIndex((option) => option.value === value);
    const next = (now + step + options.length) % options.length;
    const option = options[next];
    if (option) onChange(option.value);
    (group.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div role="radiogroup" aria-label={label} className={`segments ${className}`} ref={group} onKeyDown={move}>
      {options.map((option) => (
        <button
          key={option.value} type="button" role="radio" data-value={option.value}
          aria-checked={option.value === value} tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, on, disabled, onChange }: SwitchProps) {
  return (
    <button
      type="button" role="switch" className="switch" aria-checked={on} aria-label={label} disabled={disabled}
      onClick={() => onChange(!on)}
    />
  );
}
