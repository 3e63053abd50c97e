import {
  AreaSeries, CandlestickSeries, ColorType, createChart, CrosshairMode, HistogramSeries, type IChartApi,
  type ISeriesApi, type UTCTimestamp,
} from 'lightweight-charts';
import { useCallback, useEffect, useRef } from 'react';
import { type Locale, usePreferences } from '../lib/preferences';
import { showTime, zoneOffsetMinutes } from '../lib/time';
import { ChartLines, type Line } from './ChartLines';

/** Numbers for drawing only; what is bought and sold never passes through here. */
export interface Bar {
  /** Epoch milliseconds of the opening. */
  at: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The library knows no zones: it is given local clock time and told that it is UTC. */
function localSeconds(epochMs: number, zone: string): UTCTimestamp {
  return (Math.floor(epochMs / 1000) + zoneOffsetMinutes(epochMs, zone) * 60) as UTCTimestamp;
}

function useDarkness(): string {
  const { theme, upDown } = usePreferences();
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  return `${dark}|${upDown}`;
}

function makeChart(place: HTMLElement, locale: Locale, precision: number): IChartApi {
  const grouped = new Intl.NumberFormat('en-US', { minimumFractionDigits: precision, maximumFractionDigits: precision });
  return createChart(place, {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: 'transparent' },
      textColor: colour('--ink-3'),
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: 11,
      attributionLogo: true,
    },
    grid: { vertLines: { visible: false }, horzLines: { color: colour('--line') } },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false, timeVisible: true, secondsVisible: false, rightOffset: 4 },
    crosshair: { mode: CrosshairMode.Magnet },
    localization: {
      locale: locale === 'ko' ? 'ko-KR' : 'en-GB',
      priceFormatter: (price: number) => grouped.format(price),
      timeFormatter: (time: unknown) =>
        showTime(new Date(Number(time) * 1000).toISOString(), 'moment', locale, 'UTC'),
    },
    // A finger that scrolls the page must not be caught by the chart.
    handleScroll: { vertTouchDrag: false },
    kineticScroll: { touch: true, mouse: false },
  });
}

interface CandleChartProps {
  bars: readonly Bar[];
  /** Changes when other candles are shown, so that the view starts at their end again. */
  subject: string;
  precision: number;
  height: number;
  label: string;
  /** Prices drawn across it, and what is done when one of them was moved. */
  lines?: { of: readonly Line[]; tick: number; show: (price: number) => string; onMoved: (id: string, price: number) => void } | undefined;
}

export function CandleChart({ bars, subject, precision, height, label, lines }: CandleChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<{ api: IChartApi; candles: ISeriesApi<'Candlestick'>; volume: ISeriesApi<'Histogram'> }>(undefined);
  const drawn = useRef<{ subject: string; first: number; count: number }>(undefined);
  const { locale, zone } = usePreferences();
  const look = useDarkness();

  useEffect(() => {
    if (!place.current) return;
    const api = makeChart(place.current, locale, precision);
    const up = colour('--up');
    const down = colour('--down');
    const candles = api.addSeries(CandlestickSeries, {
      upColor: up, downColor: down, wickUpColor: up, wickDownColor: down, borderVisible: false,
      priceFormat: { type: 'price', precision, minMove: 1 / 10 ** precision },
    });
    const volume = api.addSeries(HistogramSeries, {
      priceScaleId: 'volume', priceFormat: { type: 'volume' }, lastValueVisible: false, priceLineVisible: false,
    });
    api.priceScale('right').applyOptions({ scaleMargins: { top: 0.08, bottom: 0.24 } });
    api.priceScale('volume').applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });
    chart.current = { api, candles, volume };
    drawn.current = undefined;
    return () => {
      chart.current = undefined;
      api.remove();
    };
  }, [locale, zone, look, precision]);

  useEffect(() => {
    const now = chart.current;
    if (!now) return;
    const up = `${colour('--up')}55`;
    const down = `${colour('--down')}55`;
    const candle = (bar: Bar) => ({ time: localSeconds(bar.at, zone), open: bar.open, high: bar.high, low: bar.low, close: bar.close });
    const amount = (bar: Bar) => ({
      time: localSeconds(bar.at, zone), value: bar.volume, color: bar.close >= bar.open ? up : down,
    });
    const before = drawn.current;
    const first = bars[0]?.at ?? 0;
    const last = bars.at(-1);
    const grewByOne = before?.subject === subject && before.first === first && bars.length - before.count <= 1 && bars.length >= before.count;
    if (grewByOne && last && before.count > 0) {
      const previous = bars.at(-2);
      if (previous && bars.length > before.count) {
        now.candles.update(candle(previous), true);
        now.volume.update(amount(previous), true);
      }
      now.candles.update(candle(last));
      now.volume.update(amount(last));
    } else {
      now.candles.setData(bars.map(candle));
      now.volume.setData(bars.map(amount));
      if (before?.subject !== subject) now.api.timeScale().setVisibleLogicalRange({ from: bars.length - 72, to: bars.length + 3 });
    }
    drawn.current = { subject, first, count: bars.length };
  }, [bars, subject, zone, locale, look, precision]);

  const series = useCallback(() => chart.current?.candles, []);
  return (
    <div className="chart-frame">
      <div className="chart" style={{ height }} ref={place} role="figure" aria-label={label} />
      {lines && <ChartLines lines={lines.of} series={series} tick={lines.tick} show={lines.show} onMoved={lines.onMoved} />}
    </div>
  );
}

interface AreaChartProps {
  points: readonly { at: number; value: number }[];
  precision: number;
  height: number;
  label: string;
}

/** Equity over time; the same time twice keeps the later value. */
export function AreaChart({ points, precision, height, label }: AreaChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const { locale, zone } = usePreferences();
  const look = useDarkness();
  useEffect(() => {
    if (!place.current) return;
    const api = makeChart(place.current, locale, precision);
    const rises = (points.at(-1)?.value ?? 0) >= (points[0]?.value ?? 0);
    const line = colour(rises ? '--up' : '--down');
    const series = api.addSeries(AreaSeries, {
      lineColor: line, topColor: `${line}33`, bottomColor: `${line}00`, lineWidth: 2,
      priceFormat: { type: 'price', precision, minMove: 1 / 10 ** precision },
    });
    const byTime = new Map(points.map((point) => [localSeconds(point.at, zone), point.value]));
    series.setData([...byTime].sort(([a], [b]) => a - b).map(([time, value]) => ({ time, value })));
    api.timeScale().fitContent();
    return () => api.remove();
  }, [points, precision, locale, zone, look]);
  return <div className="chart" style={{ height }} ref={place} role="figure" aria-label={label} />;
}
