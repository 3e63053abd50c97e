import { useEffect, useState } from 'react';
import type { Quote } from '../../api/types';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { ago, showTime } from '../../lib/time';
import { useSocketStatus } from '../../live/live';
import { Badge, Note } from '../../ui/Card';
import { useFeeds } from './queries';
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
  const venue = quote?.instrument.split(':')[0];
  const feed = useFeeds().data?.find((one) => one.venue === venue);
  const socket = useSocketStatus();
  if (socket.awaySince) return <Badge tone="amber">{t.awaySince(showTime(socket.awaySince, 'minute', locale, zone))}</Badge>;
  if (!quote) return <Badge>{t.noPrice}</Badge>;
  if (quote.source?.startsWith('replay')) return <Badge>{t.sources['replay-trades']} · {showTime(quote.time, 'moment', locale, zone)}</Badge>;
  if (feed?.state === 'away' && feed.since) return <Badge tone="amber">{t.awaySince(showTime(feed.since, 'minute', locale, zone))}</Badge>;
  if (now - Date.parse(quote.time) > OLD_MS) return <Badge tone="amber">{t.old(ago(quote.time, now, locale))}</Badge>;
  return <Badge tone="brand"><span className="dot" />{t.sources.live}</Badge>;
}

/** One line for everything that is away, where prices are listed. */
export function FeedsNote() {
  const t = useTexts(marketTexts);
  const { locale, zone } = usePreferences();
  const away = (useFeeds().data ?? []).filter((feed) => feed.state === 'away');
  if (away.length === 0) return null;
  const since = away.map((feed) => feed.since).filter((time) => time != null).sort()[0];
  const names = away.map((feed) => feed.venue).join(', ');
  return (
    <Note tone="care" icon="offline">
      <p className="small">{t.feedsAway(names, since ? showTime(since, 'minute', locale, zone) : '')}</p>
    </Note>
  );
}
