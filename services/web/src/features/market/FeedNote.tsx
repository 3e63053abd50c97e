import { useEffect, useState } from 'react';
import type { Quote } from '../../api/types';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { ago, showTime } from '../../lib/time';
import { Badge } from '../../ui/Card';
import { marketTexts } from './texts';

const OLD_MS = 60_000;

function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** Where a price comes from, and when it stopped coming. A replayed price is of its own time, so it has no age. */
export function FeedNote({ quote }: { quote: Quote | undefined }) {
  const t = useTexts(marketTexts);
  const { locale, zone } = usePreferences();
  const now = useNow(10_000);
  if (!quote) return <Badge>{t.noPrice}</Badge>;
  if (quote.away_since) return <Badge tone="amber">{t.feedAway(showTime(quote.away_since, 'moment', locale, zone))}</Badge>;
  const replayed = quote.source?.startsWith('replay') ?? false;
  if (replayed) return <Badge>{t.sources['replay-trades']} · {showTime(quote.time, 'moment', locale, zone)}</Badge>;
  if (now - Date.parse(quote.time) > OLD_MS) return <Badge tone="amber">{t.old(ago(quote.time, now, locale))}</Badge>;
  return <Badge tone="brand"><span className="dot" />{t.sources.live}</Badge>;
}
