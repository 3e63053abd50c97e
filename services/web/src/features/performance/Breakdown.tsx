import { useState } from 'react';
import type { Analytics } from '../../api/types';
import { describe } from '../../api/reads';
import { abs, toDrawing } from '../../lib/decimal';
import { percent } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Card, Empty, Skeleton } from '../../ui/Card';
import { Segments } from '../../ui/Choice';
import { Money, MoneyChange, PercentChange } from '../../ui/Figures';
import { ProblemNote } from '../../ui/ProblemNote';
import { type Report, useAnalytics } from './queries';
import { performanceTexts } from './texts';

const SHARES = ['byInstrument', 'byMarket', 'byCurrency'] as const;
const LISTS = { byInstrument: 'by_instrument', byMarket: 'by_market', byCurrency: 'by_currency' } as const;

const nameOf = (key: string): string => (key.includes(':') ? describe(key, undefined).label : key);

/** What the money lies in now, largest first, as bars of its share of everything. */
export function Where({ report }: { report: Report }) {
  const t = useTexts(performanceTexts);
  const [by, setBy] = useState<(typeof SHARES)[number]>('byInstrument');
  const found = useAnalytics(report);
  const shares = found.data?.exposure[LISTS[by]] ?? [];
  return (
    <Card title={t.where} testId="exposure">
      <div className="stack">
        <Segments label={t.where} value={by} onChange={setBy} options={SHARES.map((one) => ({ value: one, label: t[one] }))} />
        {found.isPending && <Skeleton height={80} />}
        <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
        {found.data && shares.length === 0 && <p className="soft">{t.noTrades}</p>}
        {shares.map((share) => (
          <div key={share.key} className="share">
            <p className="row between">
              <span className="strong cut">{nameOf(share.key)}</span>
              <span className="num"><Money value={share.value} currency={found.data?.currency ?? report.currency} /></span>
            </p>
            {share.pct != null && (
              <p className="row small soft">
                <span className="share-bar" aria-hidden="true"><span style={{ width: `${Math.min(100, toDrawing(abs(share.pct)))}%` }} /></span>
                <span className="num">{percent(share.pct, 1)}</span>
              </p>
            )}
          </div>
        ))}
      </div>
    </Card>
  );
}

/** Which strategy and which instrument made the profit, and the trades that stood out. */
export function Earned({ report }: { report: Report }) {
  const t = useTexts(performanceTexts);
  const [by, setBy] = useState<'byStrategy' | 'byInstrument'>('byStrategy');
  const found = useAnalytics(report);
  const groups = found.data?.[by === 'byStrategy' ? 'by_strategy' : 'by_instrument'] ?? [];
  const currency = found.data?.currency ?? report.currency;
  return (
    <Card title={t.earned} testId="earned">
      <div className="stack">
        <Segments
          label={t.earned} value={by} onChange={setBy}
          options={[{ value: 'byStrategy', label: t.byStrategy }, { value: 'byInstrument', label: t.byInstrument }]}
        />
        {found.isPending && <Skeleton height={80} />}
        {found.data && groups.length === 0 && <Empty icon="list" what={t.noTrades} />}
        {groups.map((group) => (
          <div key={group.key ?? ''} className="performance-row">
            <div className="grow">
              <p className="strong cut">{group.name ?? (group.key ? nameOf(group.key) : t.manual)}</p>
              <p className="small soft num">
                {t.tradeCount(Number(group.trades))}
                {group.win_rate != null && ` · ${t.winRate} ${percent(group.win_rate, 0)}`}
              </p>
            </div>
            <p className="strong"><MoneyChange value={group.profit} currency={currency} /></p>
          </div>
        ))}
        {found.data && <Trades title={t.best} of={found.data.best_trades} currency={currency} />}
        {found.data && <Trades title={t.worst} of={found.data.worst_trades} currency={currency} />}
      </div>
    </Card>
  );
}

function Trades({ title, of, currency }: { title: string; of: Analytics['best_trades']; currency: string }) {
  const { locale, zone } = usePreferences();
  if (of.length === 0) return null;
  return (
    <div className="standouts">
      <h3 className="small soft">{title}</h3>
      {of.slice(0, 3).map((trade) => (
        <div key={trade.position_id} className="performance-row">
          <div className="grow">
            <p className="strong cut">{nameOf(trade.instrument)}</p>
            <p className="small soft num">{showTime(trade.closed_at, 'day', locale, zone)}</p>
          </div>
          <div className="end">
            <p className="strong"><MoneyChange value={trade.profit} currency={currency} /></p>
            {trade.roi != null && <p className="small"><PercentChange value={trade.roi} /></p>}
          </div>
        </div>
      ))}
    </div>
  );
}
