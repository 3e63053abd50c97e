import type { Run } from '../../api/types';
import { exact } from '../../lib/format';
import { isDecimal } from '../../lib/decimal';
import { wordOf } from '../../lib/templateTexts';

/** "EMA 교차 5/20": what was tried, with its numbers in the order in which the form asks for them. */
export function titleOf({ indicator_id, parameters }: Run['request'], names: Record<string, string>, order: readonly string[]): string {
  const own = Object.keys(parameters);
  const inOrder = [...order.filter((name) => own.includes(name)), ...own.filter((name) => !order.includes(name)).sort()];
  const numbers = inOrder.map((name) => parameters[name] ?? '').map((value) => (isDecimal(value) ? exact(value) : value));
  return `${wordOf(names, indicator_id)} ${numbers.join('/')}`.trim();
}
