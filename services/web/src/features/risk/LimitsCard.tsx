import { useState } from 'react';
import { exact, money, percent, withCurrency } from '../../lib/format';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card, Skeleton } from '../../ui/Card';
import { NumberField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { CURRENCIES, type Group, GROUPS, isGood, type LimitName, LIMITS, type Limits, patch, type Slot, slotsOf, valueOf } from './limits';
import { useChangeLimits, useLimits } from './queries';
import { riskTexts } from './texts';

export function LimitsCard() {
  const t = useTexts(riskTexts);
  const found = useLimits();
  const [changing, setChanging] = useState<Group>();
  return (
    <Card title={t.limits} testId="limits">
      <p className="small soft">{t.limitsNote}</p>
      {found.isPending && <Skeleton height={160} />}
      <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
      {found.data && Object.keys(GROUPS).map((key) => (
        <GroupRow key={key} group={key as Group} limits={found.data} onChange={() => setChanging(key as Group)} />
      ))}
      {changing && found.data && <GroupSheet group={changing} limits={found.data} onClose={() => setChanging(undefined)} />}
    </Card>
  );
}

function GroupRow({ group, limits, onChange }: { group: Group; limits: Limits; onChange: () => void }) {
  const t = useTexts(riskTexts);
  const shown = useShown(limits);
  const set = GROUPS[group].map((name) => ({ name, value: shown(name) })).filter((one) => one.value !== '');
  return (
    <section className="limit-group" aria-label={t.groups[group]} data-testid={`limits-${group}`}>
      <div className="row between">
        <h3>{t.groups[group]}</h3>
        <Button size="small" onClick={onChange} aria-label={`${t.change}: ${t.groups[group]}`}>{t.change}</Button>
      </div>
      {set.length === 0 && <p className="small soft">{t.none}</p>}
      <dl className="pairs">
        {set.map((one) => <div key={one.name}><dt>{t.names[one.name]}</dt><dd className="num">{one.value}</dd></div>)}
      </dl>
    </section>
  );
}

/** A limit in words: the share of the equity and every amount that bounds it. */
function useShown(limits: Limits): (name: LimitName) => string {
  const t = useTexts(riskTexts);
  return (name) => {
    const unit = LIMITS[name];
    if (unit !== 'money') {
      const value = valueOf(limits, name);
      return value === '' ? '' : unit === 'percent' ? percent(value, 1) : `${exact(value)}${t.units[unit] && ` ${t.units[unit]}`}`;
    }
    const share = valueOf(limits, `${name}_pct`);
    const amounts = CURRENCIES.flatMap((currency) => {
      const amount = valueOf(limits, `${name}.${currency}`);
      return amount === '' ? [] : [withCurrency(money(amount, currency), currency)];
    });
    return [...(share === '' ? [] : [t.ofEquity(percent(share, 1))]), ...amounts].join(' · ');
  };
}

function GroupSheet({ group, limits, onClose }: { group: Group; limits: Limits; onClose: () => void }) {
  const t = useTexts(riskTexts);
  const [typed, setTyped] = useState<Partial<Record<Slot, string>>>({});
  const change = useChangeLimits();
  const wanted = patch(limits, typed);
  const bad = Object.values(typed).some((text) => text !== undefined && !isGood(text));
  const send = (): void =>
    change.mutate(wanted, {
      onSuccess: (after) => {
        toast(after.pending.length > 0 ? t.savedLater : t.saved);
        onClose();
      },
    });
  return (
    <Sheet title={t.groups[group]} onClose={onClose} roomy>
      <form
        className="stack wide" data-testid="limit-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {GROUPS[group].flatMap((name) => slotsOf(name).map((slot) => (
          <SlotField
            key={slot} slot={slot} name={name} value={typed[slot] ?? valueOf(limits, slot)}
            onText={(text) => setTyped((before) => ({ ...before, [slot]: text }))}
          />
        )))}
        <p className="small soft">{t.limitsNote}</p>
        <ProblemNote problem={change.error} />
        <Button type="submit" look="primary" size="large" block disabled={bad || Object.keys(wanted).length === 0} busy={change.isPending}>
          {t.save}
        </Button>
      </form>
    </Sheet>
  );
}

function SlotField({ slot, name, value, onText }: { slot: Slot; name: LimitName; value: string; onText: (text: string) => void }) {
  const t = useTexts(riskTexts);
  const unit = LIMITS[name];
  const currency = slot.split('.')[1];
  const label = currency ? t.amount(t.names[name], currency) : unit === 'money' ? t.share(t.names[name]) : t.names[name];
  return (
    <NumberField
      label={label} value={value} onText={onText} placeholder={t.none} error={isGood(value) ? undefined : t.badNumber}
      unit={currency ?? (unit === 'money' ? '%' : t.units[unit])}
    />
  );
}
