import { useState } from 'react';
import type { PeriodRow } from '../../api/types';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Badge, Card, Empty, SkeletonRows } from '../../ui/Card';
import { Segments } from '../../ui/Choice';
import { Money, MoneyChange, PercentChange } from '../../ui/Figures';
import { ProblemNote } from '../../ui/ProblemNote';
import { type Grouping, type Report, useRows } from './queries';
import { performanceTexts } from './texts';

const FIRST = 14;

export function Rows({ report }: { report: Report }) {
  const t = useTexts(performanceTexts);
  const [grouping, setGrouping] = useState<Grouping>('daily');
  const [all, setAll] = useState(false);
  const found = useRows(report, grouping);
  const items = found.data?.items ?? [];
  return (
    <Card title={t.rows} testId="rows">
      <div className="stack">
        <Segments
          label={t.grouping} value={grouping} onChange={setGrouping}
          options={(['daily', 'weekly', 'monthly'] as const).map((one) => ({ value: one, label: t.groupings[one] }))}
        />
        {found.isPending && <SkeletonRows count={4} />}
        <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
        {found.data && items.length === 0 && <Empty icon="list" what={t.noRows} next={t.noCurveNext} />}
        <div>
          {items.slice(0, all ? items.length : FIRST).map((row) => (
            <Row key={row.from} row={row} currency={found.data?.currency ?? report.currency} one={grouping === 'daily'} />
          ))}
        </div>
        {!all && items.length > FIRST && <Button block onClick={() => setAll(true)}>{t.more}</Button>}
      </div>
    </Card>
  );
}

function Row({ row, currency, one }: { row: PeriodRow; currency: string; one: boolean }) {
  const t = useTexts(performanceTexts);
  const { locale, zone } = usePreferences();
  const day = (iso: string): string => showTime(`${iso}T12:00:00Z`, 'day', locale, zone);
  return (
    <div className="performance-row">
      <div className="grow">
        <p className="row">
          <span className="strong num">{one ? day(row.from) : `${day(row.from)} – ${day(row.to)}`}</span>
          {row.provisional && <Badge tone="amber">{t.provisional}</Badge>}
        </p>
        <p className="small soft num">
          {t.fills(Number(row.fills))}
          {row.equity_end != null && <> · <Money value={row.equity_end} currency={currency} /></>}
        </p>
      </div>
      <div className="end">
        <p className="strong">{row.profit == null ? '–' : <MoneyChange value={row.profit} currency={currency} />}</p>
        {row.return_pct != null && <p className="small"><PercentChange value={row.return_pct} /></p>}
      </div>
    </div>
  );
}
