import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './Icon';

type Look = 'primary' | 'plain' | 'danger' | 'buy' | 'sell' | 'soft';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look;
  size?: 'small' | 'normal' | 'large';
  block?: boolean;
  busy?: boolean;
  icon?: IconName;
};

/** A busy button stays where it is, says so to a screen reader, and takes no second tap. */
export function Button({ look = 'soft', size = 'normal', block, busy, icon, children, ...rest }: ButtonProps) {
  const names = ['button', look, size, block ? 'block' : ''].join(' ');
  return (
    <button type="button" className={names} aria-busy={busy || undefined} {...rest} disabled={rest.disabled || busy}>
      {busy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { name: IconName; label: string };

export function IconButton({ name, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
      <Icon name={name} />
    </button>
  );
}
