import { useState } from 'react';
import type { Strategy, Webhook, WebhookState } from '../../api/types';
import { exact } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card, Note, Skeleton } from '../../ui/Card';
import { Segments, Switch } from '../../ui/Choice';
import { CopyField } from '../../ui/CopyField';
import { NumberField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { useChangeWebhook, useMakeWebhook, useWebhook } from './queries';
import { strategyTexts } from './texts';
import { type Expectation, expectationOf, POLICIES, SILENCE, toWish } from './webhook';

export function WebhookCard({ strategy }: { strategy: Strategy }) {
  const t = useTexts(strategyTexts);
  const found = useWebhook(strategy.strategy_id, strategy.webhook);
  const make = useMakeWebhook();
  const [made, setMade] = useState<Webhook>();
  const [changing, setChanging] = useState(false);
  const [renewing, setRenewing] = useState(false);
  // New secrets would otherwise come with the standard expectations.
  const send = (): void =>
    make.mutate({ id: strategy.strategy_id, wish: found.data && toWish(expectationOf(found.data)) }, {
      onSuccess: (answer) => {
        setMade(answer);
        setRenewing(false);
      },
    });
  return (
    <Card title={t.webhook} testId="webhook">
      <div className="stack wide">
        {!strategy.webhook && <p className="soft small">{t.webhookWhat}</p>}
        {strategy.webhook && found.isPending && <Skeleton height={80} />}
        <ProblemNote problem={strategy.webhook && !found.data ? found.error : null} onRetry={() => void found.refetch()} />
        {found.data && <Heard state={found.data} />}
        {!renewing && <ProblemNote problem={make.error} />}
        {found.data && <Button icon="gear" block onClick={() => setChanging(true)}>{t.webhookChange}</Button>}
        {strategy.webhook ? (
          <Button icon="again" block onClick={() => setRenewing(true)}>{t.webhookRenew}</Button>
        ) : (
          <Button icon="link" block busy={make.isPending} onClick={send}>{t.webhookMake}</Button>
        )}
      </div>
      {renewing && (
        <Sheet title={t.webhookRenew} onClose={() => setRenewing(false)}>
          <div className="stack wide">
            <p>{t.webhookExists}</p>
            <ProblemNote problem={make.error} />
            <Button look="danger" size="large" block busy={make.isPending} onClick={send}>{t.webhookRenew}</Button>
          </div>
        </Sheet>
      )}
      {changing && found.data && <ExpectationSheet id={strategy.strategy_id} begin={expectationOf(found.data)} onClose={() => setChanging(false)} />}
      {made && <MadeSheet made={made} onClose={() => setMade(undefined)} />}
    </Card>
  );
}

/** Whether alerts arrive, and what is expected of them. */
function Heard({ state }: { state: WebhookState }) {
  const t = useTexts(strategyTexts);
  const { locale, zone } = usePreferences();
  const at = (time: string): string => showTime(time, 'moment', locale, zone);
  return (
    <>
      {state.silent_since && <Note tone="bad" icon="alert">{t.webhookSilent(at(state.silent_since))}</Note>}
      <dl className="pairs" data-testid="webhook-state">
        <div><dt>{t.webhookHeard}</dt><dd className="num">{at(state.heard_at)}</dd></div>
        {state.last_seq != null && <div><dt>{t.webhookSeq}</dt><dd className="num">{exact(String(state.last_seq))}</dd></div>}
        <div><dt>{t.webhookPolicy}</dt><dd>{t.policies[state.sequence_policy === 'refuse' ? 'refuse' : 'accept']}</dd></div>
        <div><dt>{t.webhookAlarm}</dt><dd>{state.heartbeat_minutes == null ? t.none1 : t.afterMinutes(exact(String(state.heartbeat_minutes)))}</dd></div>
      </dl>
    </>
  );
}

function ExpectationSheet({ id, begin, onClose }: { id: string; begin: Expectation; onClose: () => void }) {
  const t = useTexts(strategyTexts);
  const change = useChangeWebhook(id);
  const [typed, setTyped] = useState(begin);
  const wish = toWish(typed);
  const set = (part: Partial<Expectation>): void => setTyped((before) => ({ ...before, ...part }));
  const send = (): void => {
    if (!wish) return;
    change.mutate(wish, {
      onSuccess: () => {
        toast(t.webhookChanged);
        onClose();
      },
    });
  };
  return (
    <Sheet title={t.webhookChange} onClose={onClose}>
      <form
        className="stack wide" data-testid="webhook-settings"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className="stack tight">
          <p className="small strong">{t.webhookPolicy}</p>
          <Segments
            label={t.webhookPolicy} value={typed.policy} onChange={(policy) => set({ policy })}
            options={POLICIES.map((one) => ({ value: one, label: t.policies[one] }))}
          />
          <p className="hint">{t.policyHints[typed.policy]}</p>
        </div>
        <div className="row between">
          <span className="grow">{t.webhookAlarm}<br /><span className="small soft">{t.webhookAlarmHint}</span></span>
          <Switch label={t.webhookAlarm} on={typed.alarm} onChange={(alarm) => set({ alarm })} />
        </div>
        {typed.alarm && (
          <NumberField
            label={t.webhookMinutes} whole value={typed.minutes} onText={(minutes) => set({ minutes })}
            error={wish ? undefined : t.wholeBetween(SILENCE.low, SILENCE.high)}
          />
        )}
        <ProblemNote problem={change.error} />
        <Button type="submit" look="primary" size="large" block disabled={!wish} busy={change.isPending}>{t.webhookSave}</Button>
      </form>
    </Sheet>
  );
}

/** The secrets, this one time. */
function MadeSheet({ made, onClose }: { made: Webhook; onClose: () => void }) {
  const t = useTexts(strategyTexts);
  return (
    <Sheet title={t.webhook} onClose={onClose} roomy stays>
      <div className="stack wide">
        <Note tone="care" icon="alert">{t.webhookOnce}</Note>
        <CopyField label={t.webhookUrl} value={made.url} />
        <p className="soft small">{t.webhookHow}</p>
        <CopyField label={t.webhookMessage} value={made.alert_message_template} />
        <CopyField label={t.webhookSecret} value={made.secret} />
        <CopyField label={t.webhookSigning} value={made.signing_secret} />
        <Button look="primary" block onClick={onClose}>{t.webhookSeen}</Button>
      </div>
    </Sheet>
  );
}
