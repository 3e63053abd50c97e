import { compare, div, mul, sign, sub } from '../../lib/decimal';
import { money, percent, withCurrency } from '../../lib/format';
import { useTexts } from '../../lib/texts';
import type { InCurrency, Summary } from '../../api/types';
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

/** Each currency for itself: amounts of different currencies are never added. */
function Whole({ summary }: { summary: Summary }) {
  const t = useTexts(portfolioTexts);
  const { currency, equity, today_pnl, unrealized_pnl, realized_pnl } = summary;
  const each = summary.by_currency ?? [{ currency, equity, today_pnl, unrealized_pnl, realized_pnl }];
  return (
    <>
      {each.map((one) => <InOneCurrency key={one.currency} of={one} />)}
      {summary.win_rate != null && (
        <p className="row between equity-wins"><span className="soft">{t.winRate}</span><span className="num strong">{percent(summary.win_rate, 1)}</span></p>
      )}
    </>
  );
}

function InOneCurrency({ of: { currency, equity, today_pnl, unrealized_pnl, realized_pnl } }: { of: InCurrency }) {
  const t = useTexts(portfolioTexts);
  const before = sub(equity, today_pnl);
  const share = sign(before) > 0 ? div(mul(today_pnl, '100'), before, 2) : '0';
  const rate = sign(share) === 0 ? undefined : share;
  const moved = sign(unrealized_pnl) !== 0 || sign(realized_pnl) !== 0;
  return (
    <div className="equity-one" data-testid={`equity-${currency}`}>
      <p className="equity-value"><Money value={equity} currency={currency} /></p>
      <p className="row">
        <span className="soft">{t.today}</span>
        <span className="strong"><MoneyChange value={today_pnl} currency={currency} rate={rate} /></span>
      </p>
      {moved && (
        <dl className="equity-facts">
          <div><dt>{t.unrealized}</dt><dd><MoneyChange value={unrealized_pnl} currency={currency} /></dd></div>
          <div><dt>{t.realized}</dt><dd><MoneyChange value={realized_pnl} currency={currency} /></dd></div>
        </dl>
      )}
    </div>
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
