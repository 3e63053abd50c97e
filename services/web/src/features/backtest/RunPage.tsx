import { useMemo, useState } from 'react';
import { query } from '../../api/client';
import { type Known, useInstrument } from '../../api/reads';
import type { Run, Trade } from '../../api/types';
import { compare, round, toDrawing } from '../../lib/decimal';
import { currencyScale, exact, money, percent, price as shownPrice, withCurrency } from '../../lib/format';
import { intervalTexts } from '../../lib/interval';
import { toQuery } from '../../lib/parameters';
import { usePreferences } from '../../lib/preferences';
import { navigate } from '../../lib/router';
import { wordsOfCode } from '../../lib/problemWords';
import { sayServer } from '../../lib/serverWords';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { useWide } from '../../lib/wide';
import { useProgress } from '../../live/prices';
import { Button } from '../../ui/Button';
import { Badge, Card, Empty, Note, Skeleton } from '../../ui/Card';
import { AreaChart } from '../../ui/Chart';
import { MoneyChange, PercentChange } from '../../ui/Figures';
import { ProblemNote } from '../../ui/ProblemNote';
import { Progress } from '../../ui/Progress';
import { toast } from '../../ui/Toast';
import { RunBadge } from './BacktestPage';
import './backtest.css';
import { type FigureName, figure, FIGURES } from './figures';
import { useRemoveRun, useRun, useTitle, useTrades } from './queries';
import { backtestTexts } from './texts';

export function RunPage({ id }: { id: string }) {
  const found = useRun(id);
  if (found.isPending) return <Card><Skeleton height={240} /></Card>;
  if (!found.data) return <Card><ProblemNote problem={found.error} onRetry={() => void found.refetch()} /></Card>;
  return <Result run={found.data} />;
}

function Result({ run }: { run: Run }) {
  const t = useTexts(backtestTexts);
  const { locale, zone } = usePreferences();
  const known = useInstrument(run.request.instrument);
  const intervals = useTexts(intervalTexts);
  const { request } = run;
  const title = useTitle(request);
  return (
    <div data-testid="run" data-status={run.status}>
      <div className="page-head">
        <div className="grow">
          <h1>{known.label} · {title}</h1>
          <p className="soft small num">
            {intervals[request.timeframe]} · {showTime(request.from, 'day', locale, zone)} – {showTime(request.to, 'day', locale, zone)} · {t.candleCount(exact(String(request.candles)))}
          </p>
        </div>
        <RunBadge status={run.status} />
      </div>
      {(run.status === 'QUEUED' || run.status === 'RUNNING') && <Working run={run} />}
      {run.status === 'FAILED' && (
        <Note tone="bad" icon="alert">
          <p className="strong">{t.failed}</p>
          {run.error && <p>{sayServer(run.error, locale)}</p>}
        </Note>
      )}
      {run.status === 'COMPLETED' && <Done run={run} known={known} />}
    </div>
  );
}

function Working({ run }: { run: Run }) {
  const t = useTexts(backtestTexts);
  const done = toDrawing(useProgress(run.run_id) ?? String(run.progress ?? 0));
  return (
    <Card>
      <div className="stack">
        <p className="row between"><span className="soft">{t.working}</span><span className="num strong">{Math.floor(done)}%</span></p>
        <Progress label={t.progress} percent={done} />
      </div>
    </Card>
  );
}

function Done({ run, known }: { run: Run; known: Known }) {
  const t = useTexts(backtestTexts);
  const wide = useWide();
  const points = useMemo(
    () => (run.equity_curve ?? []).map(([time, value]) => ({ at: Date.parse(time), value: toDrawing(value) })),
    [run.equity_curve],
  );
  return (
    <div className="columns">
      <div>
        <Headline run={run} currency={known.quote} />
        <Card title={t.equity}>
          {points.length > 1 && <AreaChart points={points} precision={currencyScale(known.quote)} height={wide ? 320 : 220} label={t.equity} />}
        </Card>
        {!wide && <FigureCard run={run} currency={known.quote} />}
        <Trades run={run} known={known} />
      </div>
      <div>
        {wide && <FigureCard run={run} currency={known.quote} />}
        <Afterwards run={run} />
      </div>
    </div>
  );
}

function Headline({ run, currency }: { run: Run; currency: string }) {
  const t = useTexts(backtestTexts);
  const profit = figure(run, 'netProfit');
  const total = figure(run, 'total');
  return (
    <Card testId="headline">
      <p className="soft small">{t.netProfit}</p>
      <p className="run-profit">{profit === undefined ? '–' : <MoneyChange value={profit} currency={currency} />}</p>
      {total !== undefined && <p className="strong"><PercentChange value={total} /></p>}
    </Card>
  );
}

const SHOWN: FigureName[] = [
  'final', 'tradeCount', 'winRate', 'profitFactor', 'drawdown', 'sharpe', 'sortino', 'calmar', 'cagr', 'expectancy', 'exposure', 'hold', 'fees',
];

/** A year's return reckoned from a few days is a number without meaning. */
function isTelling(name: FigureName, value: string | undefined): boolean {
  if (value === undefined) return false;
  return (name !== 'cagr' && name !== 'calmar') || compare(value, '1000') < 0;
}

function FigureCard({ run, currency }: { run: Run; currency: string }) {
  const t = useTexts(backtestTexts);
  const shown = SHOWN.map((name) => ({ name, value: figure(run, name) })).filter((one) => isTelling(one.name, one.value));
  return (
    <Card title={t.figures} testId="figures">
      <dl className="figures">
        {shown.map(({ name, value }) => (
          <div key={name}>
            <dt>{t[name]}</dt>
            <dd><FigureValue name={name} value={value ?? '0'} currency={currency} /></dd>
          </div>
        ))}
      </dl>
      <Refusals run={run} />
    </Card>
  );
}

function Refusals({ run }: { run: Run }) {
  const t = useTexts(backtestTexts);
  const { locale } = usePreferences();
  const refusals = Object.entries((run.figures?.['refusals'] ?? {}) as Record<string, number>);
  if (refusals.length === 0) return null;
  return (
    <div className="refusals small">
      <p className="soft">{t.refusals}</p>
      {refusals.map(([code, count]) => <p key={code}>{wordsOfCode(code, code, locale)} · {t.times(count)}</p>)}
    </div>
  );
}

function FigureValue({ name, value, currency }: { name: FigureName; value: string; currency: string }) {
  switch (FIGURES[name].kind) {
    case 'money':
      return withCurrency(money(value, currency), currency);
    case 'moneyChange':
      return <MoneyChange value={value} currency={currency} />;
    case 'percentChange':
      return <PercentChange value={value} />;
    case 'percent':
      return percent(value, 1);
    case 'ratio':
      return shownPrice(round(value, 2));
    case 'count':
      return exact(value);
  }
}

const FIRST_TRADES = 20;

function Trades({ run, known }: { run: Run; known: Known }) {
  const t = useTexts(backtestTexts);
  const [all, setAll] = useState(false);
  const pages = useTrades(run);
  const trades = pages.data.pages.flatMap((page) => page.items);
  const shown = all ? trades : trades.slice(0, FIRST_TRADES);
  const more = (): void => {
    if (all) void pages.fetchNextPage();
    setAll(true);
  };
  return (
    <Card title={`${t.trades} ${figure(run, 'tradeCount') ?? ''}`} testId="trades">
      {trades.length === 0 && <Empty icon="list" what={t.noTrades} next={t.noTradesNext} />}
      {shown.map((trade) => <TradeRow key={trade.number} trade={trade} known={known} />)}
      {(shown.length < trades.length || pages.hasNextPage) && (
        <Button block busy={pages.isFetchingNextPage} onClick={more}>{t.more}</Button>
      )}
    </Card>
  );
}

function TradeRow({ trade, known }: { trade: Trade; known: Known }) {
  const t = useTexts(backtestTexts);
  const { locale, zone } = usePreferences();
  const reason = trade.exit_reason ? ((t.reasons as Record<string, string>)[trade.exit_reason.toLowerCase()] ?? trade.exit_reason) : '';
  const moment = (time: string): string => showTime(time, 'moment', locale, zone);
  return (
    <div className="trade">
      <div className="grow">
        <p className="row">
          <span className={`small strong ${trade.side === 'LONG' ? 'up' : 'down'}`}>{trade.side === 'LONG' ? t.long : t.short}</span>
          <span className="num strong">{exact(trade.quantity)}</span>
          {reason && <Badge>{reason}</Badge>}
        </p>
        <p className="small soft num">{moment(trade.entry_time)} · {shownPrice(trade.entry_price, known.details)}</p>
        <p className="small soft num">
          → {trade.exit_time && trade.exit_price ? `${moment(trade.exit_time)} · ${shownPrice(trade.exit_price, known.details)}` : t.stillOpen}
        </p>
      </div>
      <div className="end">
        <p className="strong"><MoneyChange value={trade.pnl} currency={known.quote} /></p>
        <p className="small soft num">{t.fee} {money(trade.fees, known.quote)}</p>
      </div>
    </div>
  );
}

function asStrategy({ indicator_id, instrument, timeframe, parameters, investment_pct, long_tp_pct, long_sl_pct }: Run['request']): string {
  return query({ indicator: indicator_id, instrument, timeframe, investment_pct, long_tp_pct, long_sl_pct, ...toQuery(parameters) }).slice(1);
}

function Afterwards({ run }: { run: Run }) {
  const t = useTexts(backtestTexts);
  const remove = useRemoveRun();
  const gone = (): void => {
    toast(t.removed);
    navigate('/backtest', { replace: true });
  };
  return (
    <div className="stack">
      <Button look="primary" block onClick={() => navigate(`/strategies/new?${asStrategy(run.request)}`)}>{t.use}</Button>
      <Button look="danger" block busy={remove.isPending} onClick={() => remove.mutate(run.run_id, { onSuccess: gone })}>{t.remove}</Button>
      <ProblemNote problem={remove.error} />
    </div>
  );
}
