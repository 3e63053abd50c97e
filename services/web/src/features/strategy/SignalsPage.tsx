import { useState } from 'react';
import { usePreferences } from '../../lib/preferences';
import { sayServer } from '../../lib/serverWords';
import { Link, navigate, usePlace } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card, Empty, SkeletonRows } from '../../ui/Card';
import { SelectField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { useSignals, useStrategies } from './queries';
import { SignalRow } from './Signals';
import { reasonsOf, type SignalFilter, STATES, withReason } from './signals';
import './strategy.css';
import { strategyTexts } from './texts';

/** Every signal of every strategy; state and strategy are asked of the server, the reason is found among what it sent. */
export function SignalsPage() {
  const t = useTexts(strategyTexts);
  const { locale } = usePreferences();
  const { query } = usePlace();
  const filter: SignalFilter = { strategy: query.get('strategy') ?? '', state: query.get('state') ?? '' };
  const [reason, setReason] = useState('');
  const strategies = useStrategies();
  const signals = useSignals(filter);
  const all = signals.data?.pages.flatMap((page) => page.items) ?? [];
  const reasons = reasonsOf(all);
  const shown = withReason(all, reasons.some(({ kind }) => kind === reason) ? reason : '');
  const filtered = filter.strategy !== '' || filter.state !== '';
  const choose = (part: Partial<SignalFilter>): void => {
    const wanted = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== '');
    navigate(`/signals?${new URLSearchParams(wanted).toString()}`, { replace: true });
  };
  const names = new Map((strategies.data ?? []).map((one) => [one.strategy_id, one.name]));
  return (
    <div data-testid="signals-page">
      <div className="page-head wide-only"><h1>{t.signals}</h1></div>
      <Card>
        <div className="stack wide">
          <div className="signal-filters">
            <SelectField
              label={t.filterState} value={filter.state} onText={(state) => choose({ state })}
              options={[{ value: '', label: t.allStates }, ...STATES.map((one) => ({ value: one, label: t.signalStatuses[one] }))]}
            />
            <SelectField
              label={t.filterStrategy} value={filter.strategy} onText={(strategy) => choose({ strategy })}
              options={[{ value: '', label: t.allStrategies }, ...[...names].map(([value, label]) => ({ value, label }))]}
            />
            <SelectField
              label={t.filterReason} value={reason} onText={setReason} disabled={reasons.length === 0}
              options={[
                { value: '', label: reasons.length === 0 ? t.noReasons : t.allReasons },
                ...reasons.map(({ kind, example, count }) => ({ value: kind, label: `${sayServer(example, locale)} (${count})` })),
              ]}
            />
          </div>
          {signals.isPending && <SkeletonRows />}
          <ProblemNote problem={signals.data ? null : signals.error} onRetry={() => void signals.refetch()} />
          {signals.data && shown.length === 0 && (
            <Empty icon="bolt" what={filtered ? t.noneFiltered : t.noSignals} next={filtered ? t.noneFilteredNext : t.noSignalsNext}>
              {filtered ? (
                <Button onClick={() => choose({ strategy: '', state: '' })}>{t.clearFilters}</Button>
              ) : (
                <Link to="/strategies" className="button">{t.strategies}</Link>
              )}
            </Empty>
          )}
          <div>{shown.map((one) => <SignalRow key={one.signal_id} signal={one} strategy={names.get(one.strategy_id)} />)}</div>
          {signals.hasNextPage && (
            <Button block busy={signals.isFetchingNextPage} onClick={() => void signals.fetchNextPage()}>{t.loadMore}</Button>
          )}
        </div>
      </Card>
    </div>
  );
}
