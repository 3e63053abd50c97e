import { dayOf } from '../../lib/time';

export const PERIODS = ['1m', '3m', '1y', 'year', 'all'] as const;
export type Period = (typeof PERIODS)[number];

const DAYS: Partial<Record<Period, number>> = { '1m': 30, '3m': 91, '1y': 365 };

/** The first day a period looks at, in the reader's zone; undefined for everything there is. */
export function firstDay(period: Period, now: string, zone: string): string | undefined {
  const today = dayOf(now, zone);
  if (period === 'year') return `${today.slice(0, 4)}-01-01`;
  const days = DAYS[period];
  if (days === undefined) return undefined;
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Seconds as the two largest units that say something: "3 d 4 h", "5분". */
export function duration(seconds: number, locale: 'ko' | 'en'): string {
  const units = locale === 'ko' ? ['일', '시간', '분', '초'] : [' d', ' h', ' min', ' s'];
  const parts = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const first = parts.findIndex((part) => part > 0);
  if (first < 0) return `0${units[3] ?? ''}`;
  return parts
    .slice(first, first + 2)
    .map((part, index) => (part > 0 ? `${part}${units[first + index] ?? ''}` : ''))
    .filter(Boolean)
    .join(' ');
}
