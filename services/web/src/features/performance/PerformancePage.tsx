import { useMemo, useState } from 'react';
import type { Performance } from '../../api/types';
import { toDrawing } from '../../lib/decimal';
import { currencyScale } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { useWide } from '../../lib/wide';
import { Card, Empty, Skeleton } from '../../ui/Card';
import { AreaChart } from '../../ui/Chart';
import { Segments } from '../../ui/Choice';
import { MoneyChange, PercentChange } from '../../ui/Figures';
import { ProblemNote } from '../../ui/ProblemNote';
import { Earned, Where } from './Breakdown';
import { FigureCard } from './FigureCard';
import { Files } from './Files';
import { MissingRates } from './MissingRates';
import './performance.css';
import { firstDay, type Period, PERIODS } from './periods';
import { type Report, usePerformance } from './queries';
import { Rows } from './Rows';
import { performanceTexts } from './texts';

const CURRENCIES = ['KRW', 'USDT'] as const;

export function PerformancePage() {
  const t = useTexts(performanceTexts);
  const { zone } = usePreferences();
  const [period, setPeriod] = useState<Period>('3m');
  const [currency, setCurrency] = useState<string>('KRW');
  const now = useMemo(() => new Date().toISOString(), []);
  const report: Report = { currency, from: firstDay(period, now, zone) };
  const found = usePerformance(report);
  const wide = useWide();
  return (
    <div data-testid="performance">
      <div className="page-head wide-only"><h1>{t.performance}</h1></div>
      <div className="performance-choice">
        <Segments label={t.period} value={period} onChange={setPeriod} options={PERIODS.map((one) => ({ value: one, label: t.periods[one] }))} />
        <Segments label={t.currency} value={currency} onChange={setCurrency} options={CURRENCIES.map((one) => ({ value: one, label: one }))} />
      </div>
      <div className="columns">
        <div>
          {found.isPending && <Card><div className="stack"><Skeleton width="50%" height={40} /><Skeleton height={220} /></div></Card>}
          <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
          {found.data && <MissingRates missing={found.data.missing_rates} />}
          {found.data && <Curve of={found.data} />}
          {found.data && !wide && <FigureCard of={found.data} />}
          <Rows report={report} />
        </div>
        <div>
          {found.data && wide && <FigureCard of={found.data} />}
          <Where report={report} />
          <Earned report={report} />
          <Files />
        </div>
      </div>
    </div>
  );
}

type CurveName = 'equity' | 'return' | 'drawdown';
const FIELDS = { equity: 'equity', return: 'return_pct', drawdown: 'drawdown_pct' } as const;

function Curve({ of }: { of: Performance }) {
  const t = useTexts(performanceTexts);
  const wide = useWide();
  const [which, setWhich] = useState<CurveName>('equity');
  const points = useMemo(
    () => of.equity_curve.map((day) => ({ at: Date.parse(`${day.day}T12:00:00Z`), value: toDrawing(day[FIELDS[which]]) })),
    [of.equity_curve, which],
  );
  const reason = of.reason ? (t.reasons as Record<string, string>)[of.reason] : undefined;
  return (
    <Card testId="curve">
      <p className="soft small">{t.profit}</p>
      <p className="performance-profit" data-testid="period-profit">
        {of.profit == null ? '–' : <MoneyChange value={of.profit} currency={of.currency} />}
      </p>
      {of.time_weighted_return_pct != null && <p className="strong"><PercentChange value={of.time_weighted_return_pct} /></p>}
      {points.length > 1 ? (
        <div className="stack performance-curve">
          <Segments
            label={t.curve} value={which} onChange={setWhich}
            options={(['equity', 'return', 'drawdown'] as const).map((one) => ({ value: one, label: t.curves[one] }))}
          />
          <AreaChart
            points={points} height={wide ? 300 : 220} label={t.curves[which]}
            precision={which === 'equity' ? currencyScale(of.currency) : 2}
          />
        </div>
      ) : (
        <Empty icon="chart" what={t.noCurve} next={reason ?? t.noCurveNext} />
      )}
    </Card>
  );
}
