import { useState } from 'react';
import { useInstrument, useInstruments, useMode, useQuotes } from '../../api/reads';
import type { Interval, Side } from '../../api/types';
import { ChartPanel } from '../../features/market/ChartPanel';
import { InstrumentPicker } from '../../features/market/InstrumentPicker';
import { OrderBook } from '../../features/market/OrderBook';
import { marketTexts } from '../../features/market/texts';
import { OpenOrders } from '../../features/order/OpenOrders';
import { orderTexts } from '../../features/order/texts';
import { Ticket } from '../../features/order/Ticket';
import { useExitLines } from '../../features/portfolio/useExitLines';
import { navigate } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { useWide } from '../../lib/wide';
import { offerQuote } from '../../live/prices';
import { Button } from '../../ui/Button';
import { Card, Empty, Skeleton } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';

/** The instrument of the address, else the first one that has a price. */
export function TradePage({ instrument }: { instrument: string | undefined }) {
  const t = useTexts(marketTexts);
  const all = useInstruments();
  const ids = (all.data ?? []).map((one) => one.instrument);
  const quotes = useQuotes(instrument ? [instrument] : ids.slice(0, 50), offerQuote);
  const chosen = instrument ?? quotes.data?.[0]?.instrument ?? (quotes.isPending && ids.length > 0 ? undefined : ids[0]);
  if (chosen) return <Trade instrument={chosen} />;
  if (all.error) return <ProblemNote problem={all.error} onRetry={() => void all.refetch()} />;
  if (all.isPending || ids.length > 0) return <Card><Skeleton height={420} /></Card>;
  return <Card><Empty icon="chart" what={t.noInstruments} next={t.noInstrumentsNext} /></Card>;
}

function Trade({ instrument }: { instrument: string }) {
  const t = useTexts(orderTexts);
  const known = useInstrument(instrument);
  const mode = useMode();
  const wide = useWide();
  const exits = useExitLines(instrument);
  const [interval, setInterval] = useState<Interval>('1m');
  const [side, setSide] = useState<Side>('BUY');
  const [picking, setPicking] = useState(false);
  const [ordering, setOrdering] = useState(false);
  const order = (wanted: Side): void => {
    setSide(wanted);
    setOrdering(true);
  };
  const ticket = (
    <Ticket key={instrument} known={known} mode={mode} side={side} onSide={setSide} onDone={() => setOrdering(false)} />
  );
  return (
    <div className="trade-page">
      <div className="columns">
        <div>
          <ChartPanel known={known} interval={interval} onInterval={setInterval} onPick={() => setPicking(true)} tall={wide} lines={exits.lines} onMoved={exits.move} />
          <ProblemNote problem={exits.problem} />
          <OpenOrders instrument={instrument} />
          {!wide && <OrderBook known={known} />}
        </div>
        {wide && <div><Card title={t.ticket}>{ticket}</Card><OrderBook known={known} /></div>}
      </div>
      {!wide && (
        <div className="trade-bar">
          <Button look="sell" onClick={() => order('SELL')}>{t.sell}</Button>
          <Button look="buy" onClick={() => order('BUY')}>{t.buy}</Button>
        </div>
      )}
      {!wide && ordering && <Sheet title={known.label} onClose={() => setOrdering(false)}>{ticket}</Sheet>}
      {picking && (
        <InstrumentPicker
          chosen={instrument} onClose={() => setPicking(false)}
          onChoose={(next) => {
            setPicking(false);
            navigate(`/trade/${next}`, { replace: true });
          }}
        />
      )}
    </div>
  );
}
