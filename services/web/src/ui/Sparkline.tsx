import { type Decimal, toDrawing } from '../lib/decimal';

interface SparklineProps {
  values: readonly Decimal[];
  label: string;
  width?: number;
  height?: number;
  fill?: boolean;
}

/** A line without axes: only where it went. */
export function Sparkline({ values, label, width = 72, height = 28, fill }: SparklineProps) {
  if (values.length < 2) return null;
  const points = values.map(toDrawing);
  const low = Math.min(...points);
  const range = Math.max(...points) - low || 1;
  const x = (index: number): number => (index / (points.length - 1)) * width;
  const y = (value: number): number => 2 + (1 - (value - low) / range) * (height - 4);
  const line = points.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const rises = (points.at(-1) ?? 0) >= (points[0] ?? 0);
  return (
    <svg
      className={rises ? 'up' : 'down'} viewBox={`0 0 ${width} ${height}`} width={fill ? '100%' : width} height={height}
      preserveAspectRatio="none" role="img" aria-label={label}
    >
      {fill && <polygon points={`0,${height} ${line} ${width},${height}`} fill="currentColor" opacity="0.08" />}
      <polyline
        points={line} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
