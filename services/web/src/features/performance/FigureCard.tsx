import type { ReactNode } from 'react';
import type { Performance } from '../../api/types';
import { type Decimal, round, sign } from '../../lib/decimal';
import { exact, money, percent, withCurrency } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Card } from '../../ui/Card';
import { MoneyChange, PercentChange } from '../../ui/Figures';
import { duration } from './periods';
import { performanceTexts } from './texts';

interface Figure {
  name: string;
  value: ReactNode;
}

type Optional = Decimal | null | undefined;

/** Only what is known: a ratio of nothing is left out instead of shown as zero. */
function known(name: string, value: Optional, show: (value: Decimal) => ReactNode): Figure[] {
  return value == null ? [] : [{ name, value: show(value) }];
}

export function FigureCard({ of }: { of: Performance }) {
  const t = useTexts(performanceTexts);
  const { locale, zone } = usePreferences();
  const amount = (value: Decimal) => withCurrency(money(value, of.currency), of.currency);
  const change = (value: Decimal) => <PercentChange value={value} />;
  const ratio = (value: Decimal) => exact(round(value, 2));
  const figures: Figure[] = [
    ...known(t.timeWeighted, of.time_weighted_return_pct, change),
    ...known(t.moneyWeighted, of.money_weighted_return_pct, change),
    ...known(t.cagr, of.cagr_pct, change),
    ...known(t.volatility, of.annual_volatility_pct, (value) => percent(value)),
    ...known(t.sharpe, of.sharpe, ratio),
    ...known(t.sortino, of.sortino, ratio),
    ...known(t.calmar, of.calmar, ratio),
    ...known(t.drawdown, of.max_drawdown_pct, (value) => percent(value)),
    { name: t.trades, value: String(of.trades) },
    ...known(t.winRate, of.win_rate, (value) => percent(value, 1)),
    ...known(t.profitFactor, of.profit_factor, ratio),
    ...known(t.payoff, of.payoff_ratio, ratio),
    ...known(t.expectancy, of.expectancy, (value) => <MoneyChange value={value} currency={of.currency} />),
    ...(of.median_holding_seconds == null ? [] : [{ name: t.holding, value: duration(Number(of.median_holding_seconds), locale) }]),
    ...known(t.exposure, of.exposure_pct, (value) => percent(value, 1)),
    { name: t.fees, value: amount(of.fees) },
    { name: t.taxes, value: amount(of.taxes) },
    ...known(t.deposits, of.deposits, amount),
    ...known(t.withdrawals, of.withdrawals, amount),
  ];
  const day = (iso: string): string => showTime(`${iso}T12:00:00Z`, 'day', locale, zone);
  const flowed = sign(of.deposits ?? '0') !== 0 || sign(of.withdrawals ?? '0') !== 0;
  return (
    <Card title={t.figures} testId="figures">
      <dl className="figures">
        {figures.map((figure) => (
          <div key={figure.name}><dt>{figure.name}</dt><dd>{figure.value}</dd></div>
        ))}
      </dl>
      {of.max_drawdown_from && of.max_drawdown_to && (
        <p className="small soft performance-note">
          {t.drawdownDates(day(of.max_drawdown_from), day(of.max_drawdown_to), of.max_drawdown_recovered ? day(of.max_drawdown_recovered) : undefined)}
        </p>
      )}
      {flowed && <p className="small soft performance-note">{t.flowsNote}</p>}
    </Card>
  );
}
