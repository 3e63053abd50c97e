import { useMemo } from 'react';
import { describe, type Known, useInstruments, useQuotes } from '../../api/reads';
import { price as shownPrice } from '../../lib/format';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { useChannels } from '../../live/live';
import { offerQuote, usePrice } from '../../live/prices';
import { Card, CardLink, Empty, Skeleton, SkeletonRows } from '../../ui/Card';
import { PercentChange } from '../../ui/Figures';
import { Mark } from '../../ui/Mark';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sparkline } from '../../ui/Sparkline';
import { closes } from './candles';
import { changeOver } from './change';
import { FeedsNote } from './FeedNote';
import { useCandles } from './queries';
import { marketTexts } from './texts';

const SHOWN = 6;

/** Live prices with the course of the last day. */
export function PriceList() {
  const t = useTexts(marketTexts);
  const all = useInstruments();
  const ids = useMemo(() => (all.data ?? []).map((one) => one.instrument), [all.data]);
  const quotes = useQuotes(ids.slice(0, 50), offerQuote);
  const shown = useMemo(() => {
    const priced = new Set((quotes.data ?? []).map((quote) => quote.instrument));
    const known = (all.data ?? []).map((one) => describe(one.instrument, one));
    return (priced.size > 0 ? known.filter((one) => priced.has(one.instrument)) : known).slice(0, SHOWN);
  }, [all.data, quotes.data]);
  useChannels(shown.map((one) => `market:${one.instrument}`));
  return (
    <Card title={t.prices} aside={<CardLink to="/trade">{t.toTrade}</CardLink>} testId="prices">
      <FeedsNote />
      {all.isPending && <SkeletonRows />}
      <ProblemNote problem={all.error} onRetry={() => void all.refetch()} />
      {all.data && shown.length === 0 && <Empty icon="chart" what={t.noInstruments} next={t.noInstrumentsNext} />}
      <div className="list">
        {shown.map((one) => <PriceRow key={one.instrument} known={one} />)}
      </div>
    </Card>
  );
}

function PriceRow({ known }: { known: Known }) {
  const t = useTexts(marketTexts);
  const quote = usePrice(known.instrument);
  const day = useCandles(known.instrument, '1h', 24, 60_000);
  const change = changeOver(day.data ?? [], quote?.price);
  return (
    <Link to={`/trade/${known.instrument}`} className="list-row">
      <Mark text={known.sign} />
      <span className="grow">
        <span className="title cut" style={{ display: 'block' }}>{known.label}</span>
        <span className="sub">{known.venue}</span>
      </span>
      <Sparkline values={closes(day.data ?? [])} label={t.trend(known.label)} width={56} />
      <span className="end">
        {quote ? (
          <span className="num title">{shownPrice(quote.price, known.details)}</span>
        ) : day.isPending ? <Skeleton width={64} /> : <span className="soft small">{t.noPrice}</span>}
        <br />
        <span className="small">{change !== undefined && <PercentChange value={change} />}</span>
      </span>
    </Link>
  );
}
