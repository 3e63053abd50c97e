import { useInstrument } from '../../api/reads';
import type { Strategy } from '../../api/types';
import { intervalTexts } from '../../lib/interval';
import { Link } from '../../lib/router';
import { templateTexts, wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { Badge, Card, Empty, SkeletonRows } from '../../ui/Card';
import { Switch } from '../../ui/Choice';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/ProblemNote';
import { toast } from '../../ui/Toast';
import { useStrategies, useSwitch } from './queries';
import './strategy.css';
import { strategyTexts } from './texts';

export function StrategiesPage() {
  const t = useTexts(strategyTexts);
  const strategies = useStrategies();
  const none = strategies.data?.length === 0;
  return (
    <>
      <div className={none ? 'page-head wide-only' : 'page-head'}>
        <h1 className="wide-only">{t.strategies}</h1>
        {!none && (
          <div className="row" style={{ marginLeft: 'auto' }}>
            <Link to="/signals" className="button small">{t.signals}</Link>
            <Link to="/strategies/new" className="button primary small">
              <Icon name="plus" size={18} />
              {t.create}
            </Link>
          </div>
        )}
      </div>
      {strategies.isPending && <Card><SkeletonRows /></Card>}
      <ProblemNote problem={strategies.data ? null : strategies.error} onRetry={() => void strategies.refetch()} />
      {none && (
        <Card>
          <Empty icon="bolt" what={t.none} next={t.noneNext}>
            <Link to="/strategies/new" className="button primary">{t.create}</Link>
            <Link to="/backtest" className="button plain">{t.tryFirst}</Link>
          </Empty>
        </Card>
      )}
      <div className="strategy-grid">
        {(strategies.data ?? []).map((one) => <StrategyCard key={one.strategy_id} strategy={one} />)}
      </div>
    </>
  );
}

function StrategyCard({ strategy }: { strategy: Strategy }) {
  const words = useTexts(templateTexts);
  const intervals = useTexts(intervalTexts);
  const known = useInstrument(strategy.instrument);
  return (
    <article className="card strategy-card" data-testid="strategy" aria-label={strategy.name}>
      <Link to={`/strategies/${strategy.strategy_id}`} className="strategy-link">
        <span className="row">
          <h2 className="cut">{strategy.name}</h2>
          <ActiveBadge active={strategy.active} />
        </span>
        <span className="soft small">
          {wordOf(words.names, strategy.indicator_id)} · {known.label} · {intervals[strategy.timeframe]}
        </span>
      </Link>
      <ActiveSwitch strategy={strategy} />
    </article>
  );
}

export function ActiveBadge({ active }: { active: boolean }) {
  const t = useTexts(strategyTexts);
  return <Badge tone={active ? 'brand' : ''}>{active && <span className="dot" />}{active ? t.active : t.paused}</Badge>;
}

export function ActiveSwitch({ strategy }: { strategy: Strategy }) {
  const t = useTexts(strategyTexts);
  const change = useSwitch();
  return (
    <div>
      <Switch
        label={t.activate(strategy.name)} on={strategy.active} disabled={change.isPending}
        onChange={(on) =>
          change.mutate({ id: strategy.strategy_id, on }, { onSuccess: () => toast(on ? t.activated : t.deactivated) })
        }
      />
      <ProblemNote problem={change.error} />
    </div>
  );
}
