import type { Signal } from '../../api/types';

export const STATES = ['AWAITING_APPROVAL', 'EXECUTED', 'REFUSED', 'IGNORED', 'EXPIRED', 'RECEIVED'] as const;

export interface SignalFilter {
  strategy: string;
  state: string;
}

/** The same reason with other figures is the same reason. */
export const kindOf = (reason: string): string => reason.replace(/[\d.,]+/g, '#').replace(/\b[A-Z]+:[A-Z0-9#-]+/g, '#').trim();

/** Every kind of reason among what is shown, the most frequent first, told by the first one met. */
export function reasonsOf(signals: readonly Signal[]): { kind: string; example: string; count: number }[] {
  const found = new Map<string, { kind: string; example: string; count: number }>();
  for (const reason of signals.flatMap((signal) => signal.reasons)) {
    const kind = kindOf(reason);
    const known = found.get(kind) ?? { kind, example: reason, count: 0 };
    found.set(kind, { ...known, count: known.count + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

export function withReason(signals: readonly Signal[], kind: string): Signal[] {
  return kind === '' ? [...signals] : signals.filter((signal) => signal.reasons.some((reason) => kindOf(reason) === kind));
}
