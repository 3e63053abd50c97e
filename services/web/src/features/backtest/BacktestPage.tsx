import { useInstrument } from '../../api/reads';
import type { Run, RunStatus } from '../../api/types';
import { intervalTexts } from '../../lib/interval';
import { usePreferences } from '../../lib/preferences';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Badge, Card, Empty, SkeletonRows } from '../../ui/Card';
import { PercentChange } from '../../ui/Figures';
import { Mark } from '../../ui/Mark';
import { ProblemNote } from '../../ui/ProblemNote';
import './backtest.css';
import { figure } from './figures';
import { useRuns, useTitle } from './queries';
import { RunForm } from './RunForm';
import { backtestTexts } from './texts';

export function BacktestPage() {
  const t = useTexts(backtestTexts);
  const runs = useRuns();
  return (
    <>
      <div className="page-head" style={{ flexWrap: 'wrap' }}>
        <h1 className="wide-only">{t.backtest}</h1>
        <p className="soft">{t.what}</p>
      </div>
      <div className="columns">
        <div><RunForm /></div>
        <div>
          <Card title={t.results} testId="runs">
            {runs.isPending && <SkeletonRows />}
            <ProblemNote problem={runs.data ? null : runs.error} onRetry={() => void runs.refetch()} />
            {runs.data?.length === 0 && <Empty icon="flask" what={t.none} next={t.noneNext} />}
            <div className="list">
              {(runs.data ?? []).map((run) => <RunRow key={run.run_id} run={run} />)}
            </div>
          </Card>
        </div>
      </div>
    </>
  );
}

export function RunBadge({ status }: { status: RunStatus }) {
  const t = useTexts(backtestTexts);
  const tone = status === 'FAILED' ? 'red' : status === 'COMPLETED' ? '' : 'brand';
  return <Badge tone={tone}>{t.statuses[status] ?? status}</Badge>;
}

function RunRow({ run }: { run: Run }) {
  const { locale, zone } = usePreferences();
  const intervals = useTexts(intervalTexts);
  const t = useTexts(backtestTexts);
  const known = useInstrument(run.request.instrument);
  const title = useTitle(run.request);
  const total = figure(run, 'total');
  return (
    <Link to={`/backtest/${run.run_id}`} className="list-row" data-testid="run-row">
      <Mark text={known.sign} />
      <span className="grow">
        <span className="title">{known.label} · {title}</span>
        <br />
        <span className="sub num">{showTime(run.created_at, 'moment', locale, zone)} · {intervals[run.request.timeframe]}</span>
      </span>
      {run.status === 'COMPLETED' && total !== undefined ? (
        <span className="strong" title={t.total}><PercentChange value={total} /></span>
      ) : (
        <RunBadge status={run.status} />
      )}
    </Link>
  );
}
