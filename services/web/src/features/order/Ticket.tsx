import { useState } from 'react';
import { type Known, useAccounts } from '../../api/reads';
import type { Mode, Side } from '../../api/types';
import { trim } from '../../lib/decimal';
import { exact, money, withCurrency } from '../../lib/format';
import { usePreferences } from '../../lib/preferences';
import { useTexts } from '../../lib/texts';
import { AccountSelect } from '../../ui/AccountSelect';
import { Button } from '../../ui/Button';
import { Segments } from '../../ui/Choice';
import { NumberField } from '../../ui/Field';
import { Confirm } from './Confirm';
import { complaints, type Draft, isClean, share, type Terms, toOrder } from './estimate';
import { PLAIN_SETUP } from './kinds';
import { LeverageField } from './LeverageField';
import './order.css';
import { usePreview } from './queries';
import { Reckoning } from './Reckoning';
import { SetupFields } from './SetupFields';
import { orderTexts } from './texts';
import { useTerms } from './useTerms';

const SHARES = [10, 25, 50, 100];

interface TicketProps {
  known: Known;
  mode: Mode | undefined;
  side: Side;
  onSide: (side: Side) => void;
  onDone: () => void;
}

export function Ticket({ known, mode, side, onSide, onDone }: TicketProps) {
  const t = useTexts(orderTexts);
  const accounts = useAccounts().data ?? [];
  const [typed, setTyped] = useState<Omit<Draft, 'side'>>({ ...PLAIN_SETUP, account: '', by: 'quantity', quantity: '', amount: '' });
  const [tried, setTried] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const draft: Draft = { ...typed, side };
  const terms = useTerms(known, draft.account);
  const goesTo = accounts.find((one) => one.account_id === draft.account)?.mode ?? mode;
  const wrong = complaints(draft, terms);
  const { zone } = usePreferences();
  const previewed = usePreview(isClean(wrong) ? toOrder(draft, terms, zone) : undefined);
  const change = (part: Partial<Draft>): void => setTyped((before) => ({ ...before, ...part }));
  const size = wrong.size.find((one) => tried || one !== 'needSize');
  const sizeError = size === 'badStep' ? t.badStep(trim(terms.step ?? '')) : size && t[size];

  if (reviewing) {
    return (
      <Confirm
        draft={draft} terms={terms} known={known} mode={goesTo} onBack={() => setReviewing(false)}
        onDone={() => {
          setReviewing(false);
          setTried(false);
          change({ quantity: '', amount: '' });
          onDone();
        }}
      />
    );
  }
  return (
    <div className="stack wide">
      <LeverageField instrument={known.instrument} account={draft.account} currency={known.quote} />
      <form
        className="stack wide ticket" data-testid="ticket"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isClean(wrong)) setReviewing(true);
        }}
      >
        <Segments
          label={t.side} className="sides" value={side} onChange={onSide}
          options={[{ value: 'BUY', label: t.sides.BUY }, { value: 'SELL', label: t.sides.SELL }]}
        />
        <AccountSelect accounts={accounts} value={draft.account} byMode={mode === 'REAL'} onChoose={(account) => change({ account })} />
        <SetupFields draft={draft} terms={terms} known={known} tried={tried} wrong={wrong} onChange={change} />
        <Size draft={draft} known={known} error={sizeError} onChange={change} />
        <Shares draft={draft} terms={terms} known={known} onChange={change} />
        <Reckoning draft={draft} terms={terms} known={known} previewed={previewed} />
        <div className="ticket-send">
          <Button type="submit" look={side === 'BUY' ? 'buy' : 'sell'} size="large" block>
            {t.review[side]}
          </Button>
        </div>
      </form>
    </div>
  );
}

interface PartProps {
  draft: Draft;
  known: Known;
  onChange: (part: Partial<Draft>) => void;
}

function Size({ draft, known, error, onChange }: PartProps & { error: string | undefined }) {
  const t = useTexts(orderTexts);
  const byQuantity = draft.by === 'quantity';
  return (
    <div className="size">
      <Segments
        label={t.sizeBy} value={draft.by} onChange={(by) => onChange({ by })} className="words"
        options={[{ value: 'quantity', label: t.by.quantity }, { value: 'amount', label: t.by.amount }]}
      />
      <NumberField
        label={byQuantity ? t.quantity : t.amount} unit={byQuantity ? known.unit : known.quote} placeholder="0"
        value={byQuantity ? draft.quantity : draft.amount} error={error}
        onText={(text) => onChange(byQuantity ? { quantity: text } : { amount: text })}
      />
    </div>
  );
}

function Shares({ draft, terms, known, onChange }: PartProps & { terms: Terms }) {
  const t = useTexts(orderTexts);
  const buying = draft.side === 'BUY';
  const has = buying ? terms.cash : terms.held;
  return (
    <div className="stack" style={{ gap: 6 }}>
      <p className="row between small">
        <span className="soft">{buying ? t.available : t.holding}</span>
        <span className="num strong">
          {has === undefined ? '–' : buying ? withCurrency(money(has, known.quote), known.quote) : `${exact(has)} ${known.unit}`}
        </span>
      </p>
      <div className="chips">
        {SHARES.map((percent) => (
          <button
            key={percent} type="button"
            onClick={() => {
              const part = share(percent, draft, terms);
              if (part) onChange(part);
            }}
          >
            {percent === 100 ? t.all100 : `${percent}%`}
          </button>
        ))}
      </div>
    </div>
  );
}
