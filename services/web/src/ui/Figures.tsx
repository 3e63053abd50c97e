import type { ReactNode } from 'react';
import { abs, type Decimal, sign } from '../lib/decimal';
import { exact, money, percent, signed, withCurrency } from '../lib/format';
import { useTexts } from '../lib/texts';
import { words } from './words';

export function moveClass(value: Decimal): string {
  return { '1': 'up', '0': '', '-1': 'down' }[sign(value)] ?? '';
}

/** An amount of money; the exact value is its title. */
export function Money({ value, currency, plain }: { value: Decimal; currency: string; plain?: boolean }) {
  const shown = money(value, currency);
  return (
    <span className="num" title={`${exact(value)} ${currency}`}>
      {plain ? shown : withCurrency(shown, currency)}
    </span>
  );
}

function Arrow({ value }: { value: Decimal }) {
  const t = useTexts(words);
  if (sign(value) === 0) return null;
  const rise = sign(value) > 0;
  return (
    <svg viewBox="0 0 10 10" role="img" aria-label={rise ? t.rise : t.fall}>
      <path d={rise ? 'M5 1 9.5 9h-9z' : 'M5 9 .5 1h9z'} fill="currentColor" />
    </svg>
  );
}

/** Gain or loss: arrow and sign carry the meaning, colour only repeats it. */
export function Change({ value, children, arrow = true }: { value: Decimal; children: ReactNode; arrow?: boolean }) {
  return (
    <span className={`change ${moveClass(value)}`}>
      {arrow && <Arrow value={value} />}
      {children}
    </span>
  );
}

export function MoneyChange({ value, currency, rate }: { value: Decimal; currency: string; rate?: Decimal | undefined }) {
  return (
    <Change value={value}>
      <span title={`${exact(value)} ${currency}`}>
        {withCurrency(signed(money(value, currency), value), currency)}
        {rate !== undefined && ` (${percent(abs(rate))})`}
      </span>
    </Change>
  );
}

export function PercentChange({ value }: { value: Decimal }) {
  return <Change value={value}>{signed(percent(value), value)}</Change>;
}
