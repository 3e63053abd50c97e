import type { Signal } from '../../api/types';
import { usePreferences } from '../../lib/preferences';
import { Problem } from '../../lib/problem';
import { wordsOf } from '../../lib/problemWords';
import { Link } from '../../lib/router';
import { sayServer } from '../../lib/serverWords';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Badge, Card, CardLink, Empty, SkeletonRows } from '../../ui/Card';
import { ProblemNote } from '../../ui/ProblemNote';
import { useSignals } from './queries';
import { strategyTexts } from './texts';

/** What arrived, what became of it and why. */
export function Signals({ strategyId }: { strategyId: string }) {
  const t = useTexts(strategyTexts);
  const signals = useSignals({ strategy: strategyId, state: '' });
  const items = signals.data?.pages[0]?.items ?? [];
  return (
    <Card title={t.signals} testId="signals" aside={items.length > 0 && <CardLink to={`/signals?strategy=${strategyId}`}>{t.allSignals}</CardLink>}>
      {signals.isPending && <SkeletonRows />}
      <ProblemNote problem={signals.data ? null : signals.error} onRetry={() => void signals.refetch()} />
      {signals.data && items.length === 0 && <Empty icon="bolt" what={t.noSignals} next={t.noSignalsNext} />}
      {items.slice(0, 15).map((one) => <SignalRow key={one.signal_id} signal={one} />)}
    </Card>
  );
}

/** `strategy` names whose it is, where signals of several stand together. */
export function SignalRow({ signal, strategy }: { signal: Signal; strategy?: string | undefined }) {
  const t = useTexts(strategyTexts);
  const { locale, zone } = usePreferences();
  const { reasons } = wordsOf(new Problem(422, { reasons: signal.reasons ?? [] }), locale);
  const action = signal.action.toLowerCase();
  const status = (t.signalStatuses as Record<string, string>)[signal.status] ?? signal.status;
  const body = (
    <>
      <span className="grow">
        <span className="strong">{(t.actions as Record<string, string>)[action] ?? signal.action}</span>
        {strategy && <span className="small"> · {strategy}</span>}
        <br />
        <span className="small soft num">
          {(t.sources as Record<string, string>)[signal.source] ?? signal.source} · {showTime(signal.market_time, 'moment', locale, zone)}
        </span>
        {[...reasons, ...signal.notes.map((note) => sayServer(note, locale))].map((reason) => <span key={reason} className="small" style={{ display: 'block' }}>{reason}</span>)}
      </span>
      <Badge tone={signal.status === 'REFUSED' || signal.status === 'FAILED' ? 'red' : signal.order_id ? 'brand' : ''}>{status}</Badge>
    </>
  );
  return signal.order_id ? <Link className="signal" to={`/orders/${signal.order_id}`}>{body}</Link> : <div className="signal">{body}</div>;
}
