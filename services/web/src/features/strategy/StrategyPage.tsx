import { useState } from 'react';
import { useInstrument } from '../../api/reads';
import type { Strategy } from '../../api/types';
import { exact, percent } from '../../lib/format';
import { intervalTexts } from '../../lib/interval';
import { usePreferences } from '../../lib/preferences';
import { Link, navigate } from '../../lib/router';
import { sayServer } from '../../lib/serverWords';
import { templateTexts, wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card, Note, Skeleton } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { useRemoveStrategy, useStrategy } from './queries';
import { Signals } from './Signals';
import { ActiveBadge, ActiveSwitch } from './StrategiesPage';
import './strategy.css';
import { strategyTexts } from './texts';
import { WebhookCard } from './WebhookCard';

export function StrategyPage({ id }: { id: string }) {
  const found = useStrategy(id);
  if (found.isPending) return <Card><Skeleton height={160} /></Card>;
  if (!found.data) return <Card><ProblemNote problem={found.error} onRetry={() => void found.refetch()} /></Card>;
  return <Details strategy={found.data} />;
}

function Details({ strategy }: { strategy: Strategy }) {
  const t = useTexts(strategyTexts);
  const { locale } = usePreferences();
  return (
    <>
      <div className="page-head">
        <div className="row wrap grow"><h1>{strategy.name}</h1><ActiveBadge active={strategy.active} /></div>
        <ActiveSwitch strategy={strategy} />
      </div>
      {(strategy.warnings ?? []).length > 0 && (
        <Note tone="care" icon="alert">{strategy.warnings?.map((one) => <p key={one}>{sayServer(one, locale)}</p>)}</Note>
      )}
      <div className="columns">
        <div>
          <Settings strategy={strategy} />
          <Signals strategyId={strategy.strategy_id} />
        </div>
        <div>
          <WebhookCard strategy={strategy} />
          <Link to={`/strategies/${strategy.strategy_id}/edit`} className="button block">{t.edit}</Link>
          <Removal strategy={strategy} label={t.remove} />
        </div>
      </div>
    </>
  );
}

function Settings({ strategy }: { strategy: Strategy }) {
  const t = useTexts(strategyTexts);
  const words = useTexts(templateTexts);
  const intervals = useTexts(intervalTexts);
  const known = useInstrument(strategy.instrument);
  const exit = (value: string | null | undefined): string => (value == null ? t.none1 : percent(value, 1));
  return (
    <Card title={t.settings}>
      <dl className="pairs">
        <div><dt>{t.kind}</dt><dd>{wordOf(words.names, strategy.indicator_id)}</dd></div>
        {Object.entries(strategy.parameters).map(([name, value]) => (
          <div key={name}><dt>{wordOf(words.parameters, name)}</dt><dd className="num">{exact(String(value))}</dd></div>
        ))}
        <div><dt>{t.instrument}</dt><dd>{known.label} · {known.venue}</dd></div>
        <div><dt>{t.timeframe}</dt><dd>{intervals[strategy.timeframe]}</dd></div>
        <div><dt>{t.investment}</dt><dd>{percent(strategy.investment_pct, 1)}</dd></div>
        <div><dt>{t.takeProfit}</dt><dd>{exit(strategy.long_tp_pct)}</dd></div>
        <div><dt>{t.stopLoss}</dt><dd>{exit(strategy.long_sl_pct)}</dd></div>
        {strategy.approval === 'each_order' && <div><dt>{t.ask}</dt><dd>✓</dd></div>}
      </dl>
    </Card>
  );
}

function Removal({ strategy, label }: { strategy: Strategy; label: string }) {
  const t = useTexts(strategyTexts);
  const remove = useRemoveStrategy();
  const [asking, setAsking] = useState(false);
  const go = (): void =>
    remove.mutate(strategy.strategy_id, {
      onSuccess: () => {
        toast(t.removed);
        navigate('/strategies', { replace: true });
      },
    });
  return (
    <>
      <Button look="danger" block onClick={() => setAsking(true)}>{label}</Button>
      {asking && (
        <Sheet title={label} onClose={() => setAsking(false)}>
          <div className="stack wide">
            <p>{t.removeAsk(strategy.name)}</p>
            <ProblemNote problem={remove.error} />
            <Button look="danger" size="large" block busy={remove.isPending} onClick={go}>{label}</Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
