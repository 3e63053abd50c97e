import type { Figures, Run } from '../../api/types';
import { type Decimal, isDecimal } from '../../lib/decimal';

export type FigureName =
  | 'netProfit' | 'total' | 'final' | 'drawdown' | 'winRate' | 'profitFactor' | 'tradeCount' | 'sharpe' | 'sortino' | 'calmar'
  | 'fees' | 'hold' | 'cagr' | 'expectancy' | 'exposure';

export type FigureKind = 'money' | 'moneyChange' | 'percentChange' | 'percent' | 'ratio' | 'count';

/** How each figure of a result is called by the API and shown here. */
export const FIGURES: Record<FigureName, { field: keyof Figures; kind: FigureKind }> = {
  netProfit: { field: 'net_profit', kind: 'moneyChange' },
  total: { field: 'total_return_pct', kind: 'percentChange' },
  final: { field: 'final_equity', kind: 'money' },
  drawdown: { field: 'max_drawdown_pct', kind: 'percent' },
  winRate: { field: 'win_rate', kind: 'percent' },
  profitFactor: { field: 'profit_factor', kind: 'ratio' },
  tradeCount: { field: 'trade_count', kind: 'count' },
  sharpe: { field: 'sharpe', kind: 'ratio' },
  sortino: { field: 'sortino', kind: 'ratio' },
  calmar: { field: 'calmar', kind: 'ratio' },
  fees: { field: 'total_fees', kind: 'money' },
  hold: { field: 'buy_and_hold_pct', kind: 'percentChange' },
  cagr: { field: 'cagr_pct', kind: 'percentChange' },
  expectancy: { field: 'expectancy', kind: 'moneyChange' },
  exposure: { field: 'exposure_pct', kind: 'percent' },
};

/** Undefined where the server has no such figure, for example a ratio of nothing. */
export function figure(run: Run, name: FigureName): Decimal | undefined {
  const value = run.figures?.[FIGURES[name].field];
  const text = value === null || value === undefined ? '' : String(value);
  return isDecimal(text) ? text : undefined;
}
