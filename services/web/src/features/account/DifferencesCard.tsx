import { useState } from 'react';
import { describe } from '../../api/reads';
import type { Account, Difference } from '../../api/types';
import { exact } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { Link } from '../../lib/router';
import { sayServer } from '../../lib/serverWords';
import { wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { showTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Badge, Card, Empty, SkeletonRows } from '../../ui/Card';
import { NumberField, SelectField, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { choicesFor, filledAs, type SettledAs } from './draft';
import { useDifferences, useSettle } from './queries';
import { accountTexts } from './texts';

/** What is kept apart until a person has said what is true; everything else goes on. */
export function DifferencesCard({ account }: { account: Account }) {
  const t = useTexts(accountTexts);
  const found = useDifferences(account.account_id);
  const [settling, setSettling] = useState<Difference>();
  return (
    <Card title={t.differences} testId="differences">
      {found.isPending && <SkeletonRows count={2} />}
      <ProblemNote problem={found.data ? null : found.error} onRetry={() => void found.refetch()} />
      {found.data?.length === 0 && <Empty icon="check" what={t.noDifferences} next={t.noDifferencesNext} />}
      {found.data?.map((one) => <OneDifference key={one.quarantine_id} difference={one} onSettle={() => setSettling(one)} />)}
      {settling && <SettleSheet accountId={account.account_id} difference={settling} onClose={() => setSettling(undefined)} />}
    </Card>
  );
}

/** An instrument, or the currency that differs. */
const subjectOf = (instrument: string): string => (instrument.startsWith('CASH:') ? instrument.slice(5) : describe(instrument, undefined).label);

function OneDifference({ difference, onSettle }: { difference: Difference; onSettle: () => void }) {
  const t = useTexts(accountTexts);
  const { locale, zone } = usePreferences();
  const { kind, ours, theirs, order_id } = difference;
  return (
    <div className="difference stack" data-testid="difference">
      <div className="row between">
        <h3>{subjectOf(difference.instrument)} · {wordOf(t.kinds, kind)}</h3>
        {difference.settled_as && <Badge>{t.settledAs}: {wordOf(t.choices, difference.settled_as)}</Badge>}
      </div>
      <p className="small">{sayServer(difference.cause, locale)}</p>
      {(ours != null || theirs != null) && (
        <dl className="pairs">
          <div><dt>{t.ours}</dt><dd className="num">{ours == null ? '–' : exact(ours)}</dd></div>
          <div><dt>{t.theirs}</dt><dd className="num">{theirs == null ? '–' : exact(theirs)}</dd></div>
        </dl>
      )}
      <p className="small soft num">{showTime(difference.opened_at, 'moment', locale, zone)}{difference.note && ` · ${difference.note}`}</p>
      {!difference.settled_at && (
        <div className="row wrap">
          <Button size="small" look="primary" onClick={onSettle}>{t.settle}</Button>
          {order_id && <Link to={`/orders/${order_id}`} className="button small">{t.toOrder}</Link>}
        </div>
      )}
    </div>
  );
}

function SettleSheet({ accountId, difference, onClose }: { accountId: string; difference: Difference; onClose: () => void }) {
  const t = useTexts(accountTexts);
  const settle = useSettle(accountId);
  const choices = choicesFor(difference.kind);
  const [as, setAs] = useState<SettledAs>(choices[0] ?? 'keep_ours');
  const [price, setPrice] = useState('');
  const [quantity, setQuantity] = useState('');
  const [note, setNote] = useState('');
  const fill = filledAs(price, quantity);
  const send = (): void =>
    settle.mutate(
      { quarantine_id: difference.quarantine_id, as, ...(as === 'filled' ? fill : {}), ...(note.trim() ? { note: note.trim() } : {}) },
      {
        onSuccess: () => {
          toast(t.settled);
          onClose();
        },
      },
    );
  return (
    <Sheet title={`${t.settle} · ${subjectOf(difference.instrument)}`} onClose={onClose}>
      <form
        className="stack wide" data-testid="settle"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <SelectField
          label={t.settleAsk} value={as} onText={(to) => setAs(to as SettledAs)} hint={t.choiceNotes[as]}
          options={choices.map((one) => ({ value: one, label: t.choices[one] }))}
        />
        {as === 'filled' && <NumberField label={t.settlePrice} value={price} onText={setPrice} />}
        {as === 'filled' && <NumberField label={t.settleQuantity} value={quantity} onText={setQuantity} />}
        <TextField label={t.settleNote} value={note} onText={setNote} maxLength={500} />
        <ProblemNote problem={settle.error} />
        <Button type="submit" look="primary" size="large" block disabled={as === 'filled' && !fill} busy={settle.isPending}>{t.settle}</Button>
      </form>
    </Sheet>
  );
}
