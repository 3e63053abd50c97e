import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId, useState } from 'react';
import { useTexts } from '../lib/texts';
import { IconButton } from './Button';
import { Icon } from './Icon';
import { words } from './words';

interface FrameProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

interface Wiring {
  id: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
}

function Frame({ label, hint, error, children }: FrameProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': below ? `${id}-below` : undefined })}
      {below && (
        <p id={`${id}-below`} className={error ? 'hint wrong' : 'hint'} role={error ? 'alert' : undefined}>
          {below}
        </p>
      )}
    </div>
  );
}

type TextProps = FrameProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & { onText: (text: string) => void };

export function TextField({ label, hint, error, onText, ...rest }: TextProps) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className={error ? 'input wrong' : 'input'}>
          <input {...rest} {...wiring} onChange={(event) => onText(event.target.value)} />
        </div>
      )}
    </Frame>
  );
}

export function PasswordField({ label, hint, error, onText, ...rest }: TextProps) {
  const [shown, setShown] = useState(false);
  const t = useTexts(words);
  return (
    <Frame label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className={error ? 'input wrong' : 'input'}>
          <input {...rest} {...wiring} type={shown ? 'text' : 'password'} onChange={(event) => onText(event.target.value)} />
          <IconButton
            name="eye" label={shown ? t.hidePassword : t.showPassword} aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Frame>
  );
}

type NumberProps = FrameProps & {
  value: string;
  onText: (text: string) => void;
  unit?: string;
  placeholder?: string;
  onStep?: ((direction: 1 | -1) => void) | undefined;
  whole?: boolean;
};

/** Keeps what was typed as text; separators a reader may paste are taken out, nothing is rounded. */
export function NumberField({ label, hint, error, value, onText, unit, placeholder, onStep, whole }: NumberProps) {
  const t = useTexts(words);
  return (
    <Frame label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className={error ? 'input numeric wrong' : 'input numeric'}>
          {onStep && (
            <button type="button" className="step" aria-label={t.less} onClick={() => onStep(-1)}>
              <Icon name="minus" size={18} />
            </button>
          )}
          <input
            {...wiring} type="text" inputMode={whole ? 'numeric' : 'decimal'} autoComplete="off" value={value}
            placeholder={placeholder} onChange={(event) => onText(event.target.value.replace(/[,\s]/g, ''))}
          />
          {unit && <span className="unit">{unit}</span>}
          {onStep && (
            <button type="button" className="step" aria-label={t.raise} onClick={() => onStep(1)}>
              <Icon name="plus" size={18} />
            </button>
          )}
        </div>
      )}
    </Frame>
  );
}

type SelectProps = FrameProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> & {
    options: readonly { value: string; label: string }[];
    onText: (text: string) => void;
  };

export function SelectField({ label, hint, error, options, onText, ...rest }: SelectProps) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="input">
          <select {...rest} {...wiring} onChange={(event) => onText(event.target.value)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="down" size={18} />
        </div>
      )}
    </Frame>
  );
}
