/**
 * Exact arithmetic on decimal strings. Money, prices and quantities never become a binary float;
 * only `toDrawing` leaves the exact world, for pixels of a chart.
 */
export type Decimal = string;

export type Rounding = 'down' | 'up' | 'half_up';

interface Parts {
  units: bigint;
  scale: number;
}

const SHAPE = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

export function isDecimal(text: string): boolean {
  return SHAPE.test(text);
}

function parts(value: Decimal): Parts {
  if (!isDecimal(value)) throw new RangeError(`not a decimal: ${value}`);
  const negative = value.startsWith('-');
  const [whole = '', fraction = ''] = value.replace(/^[+-]/, '').split('.');
  const units = BigInt((whole || '0') + fraction);
  return { units: negative ? -units : units, scale: fraction.length };
}

function text({ units, scale }: Parts): Decimal {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale > 0 ? `.${digits.slice(digits.length - scale)}` : '';
  return (negative ? '-' : '') + whole + fraction;
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const x = parts(a);
  const y = parts(b);
  const scale = Math.max(x.scale, y.scale);
  return [x.units * 10n ** BigInt(scale - x.scale), y.units * 10n ** BigInt(scale - y.scale), scale];
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return text({ units: x + y, scale });
}

export function sub(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return text({ units: x - y, scale });
}

export function mul(a: Decimal, b: Decimal): Decimal {
  const x = parts(a);
  const y = parts(b);
  return text({ units: x.units * y.units, scale: x.scale + y.scale });
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function sign(a: Decimal): -1 | 0 | 1 {
  return compare(a, '0');
}

export function negate(a: Decimal): Decimal {
  const x = parts(a);
  return text({ units: -x.units, scale: x.scale });
}

export function abs(a: Decimal): Decimal {
  return sign(a) < 0 ? negate(a) : a;
}

export function min(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}

function quotient(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return whole;
  const away = numerator < 0n !== denominator < 0n ? -1n : 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const size = denominator < 0n ? -denominator : denominator;
  if (rounding === 'up') return whole + away;
  return rounding === 'half_up' && twice >= size ? whole + away : whole;
}

/** a ÷ b with `scale` places; "down" and "up" are toward and away from zero. */
export function div(a: Decimal, b: Decimal, scale: number, rounding: Rounding = 'half_up'): Decimal {
  const [x, y] = aligned(a, b);
  if (y === 0n) throw new RangeError('division by zero');
  return text({ units: quotient(x * 10n ** BigInt(scale), y, rounding), scale });
}

export function round(a: Decimal, scale: number, rounding: Rounding = 'half_up'): Decimal {
  const x = parts(a);
  if (x.scale <= scale) return text({ units: x.units * 10n ** BigInt(scale - x.scale), scale });
  return text({ units: quotient(x.units, 10n ** BigInt(x.scale - scale), rounding), scale });
}

/** The multiple of `step` nearest to zero from `a`: what an exchange accepts as quantity or price. */
export function floorToStep(a: Decimal, step: Decimal): Decimal {
  const [x, y, scale] = aligned(a, step);
  if (y <= 0n) return a;
  return trim(text({ units: (x / y) * y, scale }));
}

export function isMultiple(a: Decimal, step: Decimal): boolean {
  const [x, y] = aligned(a, step);
  return y <= 0n || x % y === 0n;
}

/** Without trailing zeros of the fraction. */
export function trim(a: Decimal): Decimal {
  return a.includes('.') ? a.replace(/\.?0+$/, '') || '0' : a;
}

export function scaleOf(a: Decimal): number {
  return parts(trim(a)).scale;
}

/** A pixel position. Never send or store what this returns. */
export function toDrawing(a: Decimal): number {
  return Number(a);
}
