import { useMemo } from 'react';
import type { Known } from '../../api/reads';
import type { Candle, Interval } from '../../api/types';
import { scaleOf } from '../../lib/decimal';
import { exact, price as shownPrice } from '../../lib/format';
import { intervalTexts } from '../../lib/interval';
import { onTick, tickAt } from '../../lib/tick';
import { useTexts } from '../../lib/texts';
import { useChannels } from '../../live/live';
import { usePrice } from '../../live/prices';
import { Empty, Skeleton } from '../../ui/Card';
import { CandleChart } from '../../ui/Chart';
import type { Line } from '../../ui/ChartLines';
import { PercentChange } from '../../ui/Figures';
import { Icon } from '../../ui/Icon';
import { Mark } from '../../ui/Mark';
import { ProblemNote } from '../../ui/ProblemNote';
import { INTERVALS } from './candles';
import { changeOver } from './change';
import { FeedNote } from './FeedNote';
import './market.css';
import { useCandles } from './queries';
import { marketTexts } from './texts';
import { useRunningBars } from './useRunningBars';

interface PanelProps {
  known: Known;
  interval: Interval;
  onInterval: (interval: Interval) => void;
  onPick: () => void;
  tall: boolean;
  /** Prices of the person's own to be drawn across the chart. */
  lines?: readonly Line[];
  onMoved?: (id: string, price: string) => void;
}

export function ChartPanel({ known, interval, onInterval, onPick, tall, lines = [], onMoved }: PanelProps) {
  const t = useTexts(marketTexts);
  const intervals = useTexts(intervalTexts);
  const quote = usePrice(known.instrument);
  const candles = useCandles(known.instrument, interval);
  const channels = useMemo(() => [`market:${known.instrument}`], [known.instrument]);
  useChannels(channels);
  const { refetch } = candles;
  const bars = useRunningBars(candles.data, quote, interval, refetch);
  const shown = quote?.price ?? candles.data?.at(-1)?.[4];
  const precision = scaleOf(tickAt(known.details, shown) ?? shown ?? '0.01');
  const height = tall ? 440 : 330;
  const drawn = {
    of: lines, tick: 1 / 10 ** precision, show: (price: number) => shownPrice(price.toFixed(precision), known.details),
    // A number is good enough to drag; what is sent falls on the price grid again.
    onMoved: (id: string, price: number) => onMoved?.(id, onTick(price.toFixed(precision), known.details)),
  };
  return (
    <section className="card chart-card" aria-label={known.label}>
      <PriceHead known={known} price={shown} onPick={onPick} />
      <div className="intervals" role="radiogroup" aria-label={t.interval}>
        {INTERVALS.map((one) => (
          <button key={one} type="button" role="radio" aria-checked={one === interval} onClick={() => onInterval(one)}>
            {intervals[one]}
          </button>
        ))}
      </div>
      {candles.isPending && <Skeleton height={height} />}
      <ProblemNote problem={candles.error} onRetry={() => void candles.refetch()} />
      {candles.data && bars.length === 0 && <Empty icon="chart" what={t.noCandles} next={t.noCandlesNext} />}
      {bars.length > 0 && (
        <CandleChart
          bars={bars} subject={`${known.instrument}|${interval}`} precision={precision} height={height}
          label={t.chart(known.label, intervals[interval])} lines={lines.length > 0 ? drawn : undefined}
        />
      )}
      <LastCandle candle={candles.data?.at(-1)} known={known} />
    </section>
  );
}

function PriceHead({ known, price, onPick }: { known: Known; price: string | undefined; onPick: () => void }) {
  const t = useTexts(marketTexts);
  const quote = usePrice(known.instrument);
  const day = useCandles(known.instrument, '1h', 24, 60_000);
  const change = changeOver(day.data ?? [], price);
  return (
    <div className="price-head">
      <button type="button" className="picked" onClick={onPick} aria-haspopup="dialog">
        <Mark text={known.sign} />
        <span className="stack tight" style={{ gap: 0 }}>
          <span className="row">
            <h1>{known.label}</h1>
            <Icon name="down" size={18} />
          </span>
          <span className="soft small">{known.venue}</span>
        </span>
      </button>
      <div className="price-now" data-testid="price">
        {price ? <span className="num">{shownPrice(price, known.details)}</span> : <Skeleton width={160} height={34} />}
        <span className="soft unit">{known.quote}</span>
      </div>
      <div className="row wrap between small">
        <p>
          {change !== undefined && (
            <>
              <PercentChange value={change} /> <span className="soft">{t.today}</span>
            </>
          )}
        </p>
        <FeedNote quote={quote} />
      </div>
    </div>
  );
}

function LastCandle({ candle, known }: { candle: Candle | undefined; known: Known }) {
  const t = useTexts(marketTexts);
  if (!candle) return null;
  const [, open, high, low, , volume] = candle;
  return (
    <dl className="candle-facts">
      <div><dt>{t.open}</dt><dd className="num">{shownPrice(open, known.details)}</dd></div>
      <div><dt>{t.high}</dt><dd className="num">{shownPrice(high, known.details)}</dd></div>
      <div><dt>{t.low}</dt><dd className="num">{shownPrice(low, known.details)}</dd></div>
      <div><dt>{t.volume}</dt><dd className="num">{exact(volume)}</dd></div>
    </dl>
  );
}
