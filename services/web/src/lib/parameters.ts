import { compare, type Decimal } from './decimal';
import { within } from './rules';

/** One number of a strategy, with its default and its bounds, both included. */
export interface Parameter {
  name: string;
  /** Nothing where it has to be typed. */
  default?: Decimal | null;
  min: Decimal;
  max: Decimal;
  decimals: number;
}

export type ParameterComplaint = 'slowLonger' | { low: string; high: string; whole: boolean };

/** What was typed under the parameters' own names; what is missing takes its default. */
export type Typed = Record<string, string>;

export function parameter(typed: Typed, { name, default: standard }: Parameter): string {
  return typed[name] ?? (standard == null ? '' : String(standard));
}

export function allParameters(typed: Typed, parameters: readonly Parameter[]): Typed {
  return Object.fromEntries(parameters.map((one) => [one.name, parameter(typed, one)]));
}

export function parameterComplaints(typed: Typed, parameters: readonly Parameter[]): Record<string, ParameterComplaint> {
  const found: Record<string, ParameterComplaint> = {};
  for (const one of parameters) {
    const range = { low: String(one.min), high: String(one.max), whole: one.decimals === 0 };
    if (!within(parameter(typed, one), range)) found[one.name] = range;
  }
  const { fast, slow } = allParameters(typed, parameters);
  if (fast && slow && !found['fast'] && !found['slow'] && compare(slow, fast) <= 0) found['slow'] = 'slowLonger';
  return found;
}

const PREFIX = 'p.';

/** As they travel in an address from a backtest to a new strategy. */
export const toQuery = (parameters: Typed): Typed => Object.fromEntries(Object.entries(parameters).map(([name, value]) => [PREFIX + name, value]));

export function fromQuery(query: URLSearchParams): Typed {
  const own = [...query].filter(([name]) => name.startsWith(PREFIX));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(PREFIX.length), value]));
}
