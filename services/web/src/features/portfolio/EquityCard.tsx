import { compare, sign, sub } from '../../lib/decimal';
import { money, percent, withCurrency } from '../../lib/format';
import { useTexts } from '../../lib/texts';
import type { Summary } from '../../api/types';
import { div, mul } from '../../lib/decimal';
import { Card, Skeleton } from '../../ui/Card';
import { Money, MoneyChange } from '../../ui/Figures';
import { ProblemNote } from '../../ui/ProblemNote';
import './portfolio.css';
import { useSummary } from './queries';
import { portfolioTexts } from './texts';

export function EquityCard() {
  const t = useTexts(portfolioTexts);
  const summary = useSummary();
  return (
    <Card className="equity" testId="equity">
      <h2 className="equity-title">{t.equity}</h2>
      {summary.isPending && (
        <div className="stack" aria-busy="true">
          <Skeleton width="60%" height={40} />
          <Skeleton width="40%" />
        </div>
      )}
      <ProblemNote problem={summary.data ? null : summary.error} onRetry={() => void summary.refetch()} />
      {summary.data && <Whole summary={summary.data} />}
    </Card>
  );
}

function Whole({ summary }: { summary: Summary }) {
  const t = useTexts(portfolioTexts);
  const before = sub(summary.equity, summary.today_pnl);
  const rate = sign(before) > 0 ? div(mul(summary.today_pnl, '100'), before, 2) : undefined;
  return (
    <>
      <p className="equity-value">
        <Money value={summary.equity} currency={summary.currency} />
      </p>
      <p className="row">
        <span className="soft">{t.today}</span>
        <span className="strong"><MoneyChange value={summary.today_pnl} currency={summary.currency} rate={rate} /></span>
      </p>
      <dl className="equity-facts">
        <div>
          <dt>{t.unrealized}</dt>
          <dd><MoneyChange value={summary.unrealized_pnl} currency={summary.currency} /></dd>
        </div>
        <div>
          <dt>{t.realized}</dt>
          <dd><MoneyChange value={summary.realized_pnl} currency={summary.currency} /></dd>
        </div>
        {summary.win_rate !== null && (
          <div>
            <dt>{t.winRate}</dt>
            <dd className="num">{percent(summary.win_rate, 1)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

export function CashCard() {
  const t = useTexts(portfolioTexts);
  const summary = useSummary();
  return (
    <Card title={t.cash} testId="cash">
      {summary.isPending && <Skeleton height={48} />}
      <dl className="pairs">
        {(summary.data?.cash ?? []).map((one) => {
          const reserved = sub(one.total, one.available);
          return (
            <div key={one.currency}>
              <dt>{one.currency}</dt>
              <dd>
                <Money value={one.total} currency={one.currency} />
                {compare(reserved, '0') > 0 && (
                  <p className="small soft">
                    {t.reserved} {withCurrency(money(reserved, one.currency), one.currency)}
                  </p>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
