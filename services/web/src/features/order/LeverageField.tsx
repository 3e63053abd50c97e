import { useState } from 'react';
import type { Leverage } from '../../api/types';
import { exact, money, withCurrency } from '../../lib/format';
import { within } from '../../lib/rules';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Card';
import { NumberField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { useChooseLeverage, useLeverage } from './queries';
import { orderTexts } from './texts';

interface LeverageFieldProps {
  instrument: string;
  account: string;
  currency: string;
}

/** The leverage of a contract, which holds for the account and not for one order; nothing where it is paid in full. */
export function LeverageField({ instrument, account, currency }: LeverageFieldProps) {
  const t = useTexts(orderTexts);
  const found = useLeverage(instrument, account);
  const [changing, setChanging] = useState(false);
  if (!found.data) return null;
  return (
    <div className="row between">
      <span className="soft small">{t.leverage}</span>
      <Button size="small" onClick={() => setChanging(true)}>×{found.data.leverage}</Button>
      {changing && <LeverageSheet now={found.data} account={account} currency={currency} onClose={() => setChanging(false)} />}
    </div>
  );
}

function LeverageSheet({ now, account, currency, onClose }: { now: Leverage; account: string; currency: string; onClose: () => void }) {
  const t = useTexts(orderTexts);
  const choose = useChooseLeverage(now.instrument, account);
  const [typed, setTyped] = useState(String(now.leverage));
  const range = { low: '1', high: String(now.max_leverage), whole: true };
  const good = within(typed, range);
  const send = (): void =>
    choose.mutate(Number(typed), {
      onSuccess: () => {
        toast(t.leverageSaved);
        onClose();
      },
    });
  return (
    <Sheet title={t.leverage} onClose={onClose}>
      <div className="stack wide" data-testid="leverage">
        <NumberField
          label={t.leverage} unit="×" whole value={typed} onText={setTyped} error={good ? undefined : t.leverageRange(range.high)}
          hint={now.max_position_value ? t.leverageBound(withCurrency(money(now.max_position_value, currency), currency)) : undefined}
        />
        {good && Number(typed) > 3 && <Note tone="care" icon="alert">{t.leverageCare(exact(typed))}</Note>}
        <ProblemNote problem={choose.error} />
        <Button look="primary" size="large" block disabled={!good} busy={choose.isPending} onClick={send}>{t.leverageSave}</Button>
      </div>
    </Sheet>
  );
}
