import type { WebhookState, WebhookWish } from '../../api/types';
import { within } from '../../lib/rules';

export const SILENCE = { low: '1', high: '10080', whole: true };
export const POLICIES = ['accept', 'refuse'] as const;
export type Policy = (typeof POLICIES)[number];

/** What is expected of a webhook, as typed; no minutes is no alarm. */
export interface Expectation {
  policy: Policy;
  alarm: boolean;
  minutes: string;
}

export function expectationOf(state: WebhookState): Expectation {
  return {
    policy: state.sequence_policy === 'refuse' ? 'refuse' : 'accept',
    alarm: state.heartbeat_minutes != null,
    minutes: String(state.heartbeat_minutes ?? 60),
  };
}

/** The whole of it, because the server takes what is left out as not wanted; undefined while the minutes are no good. */
export function toWish({ policy, alarm, minutes }: Expectation): WebhookWish | undefined {
  if (!alarm) return { sequence_policy: policy };
  return within(minutes, SILENCE) ? { sequence_policy: policy, heartbeat_minutes: Number(minutes) } : undefined;
}
