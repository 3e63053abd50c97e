import type { Locale } from './preferences';

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, zone: string, kind: keyof typeof KINDS): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${kind}`;
  let found = cache.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', { ...KINDS[kind], timeZone: zone });
    cache.set(key, found);
  }
  return found;
}

const KINDS = {
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  minute: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  moment: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: {
    year: 'numeric', month: 'short', day: 'numeric',
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeKind = keyof typeof KINDS;

/** An instant of the API (ISO-8601, Z) in the reader's zone. */
export function showTime(iso: string, kind: TimeKind, locale: Locale, zone: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : formatter(locale, zone, kind).format(at);
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Minutes the zone is ahead of UTC at that moment. */
export function zoneOffsetMinutes(epochMs: number, zone: string): number {
  const key = `offset|${zone}`;
  let format = cache.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
      hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    cache.set(key, format);
  }
  const found: Record<string, number> = {};
  for (const part of format.formatToParts(epochMs)) found[part.type] = Number(part.value);
  const local = Date.UTC(
    found['year'] ?? 0, (found['month'] ?? 1) - 1, found['day'], found['hour'], found['minute'], found['second'],
  );
  return Math.round((local - Math.floor(epochMs / 1000) * 1000) / 60000);
}

/** The instant at which a day ("2026-11-21") begins in a zone. */
export function startOfDay(day: string, zone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - zoneOffsetMinutes(midnight, zone) * 60000;
  return new Date(midnight - zoneOffsetMinutes(guess, zone) * 60000).toISOString();
}

/** The day ("2026-11-21") an instant falls on in a zone. */
export function dayOf(iso: string, zone: string): string {
  const at = Date.parse(iso);
  return new Date(at + zoneOffsetMinutes(at, zone) * 60000).toISOString().slice(0, 10);
}

/** "3분 전", "2 h ago"; rounded down, so that it never claims more than has passed. */
export function ago(iso: string, now: number, locale: Locale): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(iso)) / 1000));
  const ko = locale === 'ko';
  if (seconds < 60) return ko ? `${seconds}초 전` : `${seconds} s ago`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return ko ? `${minutes}분 전` : `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return ko ? `${hours}시간 전` : `${hours} h ago`;
  const days = Math.floor(hours / 24);
  return ko ? `${days}일 전` : `${days} d ago`;
}
