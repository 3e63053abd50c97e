import type { ISeriesApi } from 'lightweight-charts';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** A price drawn across the chart; one that can be moved has a handle for finger, mouse and arrow keys. */
export interface Line {
  id: string;
  price: number;
  label: string;
  tone: 'plain' | 'up' | 'down';
  /** Named for a screen reader; without it the line stays where it is. */
  moveLabel?: string;
}

interface LinesProps {
  lines: readonly Line[];
  series: () => ISeriesApi<'Candlestick'> | undefined;
  /** One step of an arrow key, and the grid that a dragged price falls on. */
  tick: number;
  show: (price: number) => string;
  onMoved: (id: string, price: number) => void;
}

export function ChartLines({ lines, series, tick, show, onMoved }: LinesProps) {
  return (
    <div className="chart-lines">
      {lines.map((line) => <OneLine key={line.id} line={line} series={series} tick={tick} show={show} onMoved={onMoved} />)}
    </div>
  );
}

function OneLine({ line, series, tick, show, onMoved }: Omit<LinesProps, 'lines'> & { line: Line }) {
  const place = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number>();
  const price = dragged ?? line.price;
  // The scale moves with every candle and every swipe; only drawing it anew keeps the line on its price.
  useEffect(() => {
    let frame = 0;
    const follow = (): void => {
      const y = series()?.priceToCoordinate(price) ?? null;
      const element = place.current;
      if (element) {
        const height = element.parentElement?.clientHeight ?? 0;
        element.style.visibility = y === null || y < 0 || y > height ? 'hidden' : 'visible';
        element.style.transform = `translateY(${y ?? 0}px)`;
      }
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [price, series]);
  const onGrid = (raw: number): number => Math.round(raw / tick) * tick;
  const drag = (event: PointerEvent<HTMLButtonElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const top = place.current?.parentElement?.getBoundingClientRect().top ?? 0;
    const raw = series()?.coordinateToPrice(event.clientY - top);
    if (raw != null && raw > 0) setDragged(onGrid(raw));
  };
  const drop = (): void => {
    if (dragged !== undefined) onMoved(line.id, dragged);
    setDragged(undefined);
  };
  const step = (event: KeyboardEvent): void => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction) {
      event.preventDefault();
      setDragged(onGrid(price + direction * tick));
    } else if (event.key === 'Enter' && dragged !== undefined) {
      event.preventDefault();
      drop();
    } else if (event.key === 'Escape') setDragged(undefined);
  };
  return (
    <div ref={place} className={`chart-line ${line.tone}`} data-line={line.id}>
      {line.moveLabel === undefined ? (
        <span className="chart-tag num">{line.label} {show(price)}</span>
      ) : (
        <button
          type="button" className="chart-tag num" role="slider" aria-label={line.moveLabel} aria-valuenow={price} aria-valuetext={show(price)}
          aria-orientation="vertical" onKeyDown={step} onPointerMove={drag} onPointerUp={drop} onPointerCancel={() => setDragged(undefined)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        >
          ⇕ {line.label} {show(price)}
        </button>
      )}
    </div>
  );
}
