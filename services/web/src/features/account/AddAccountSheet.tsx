import { useState } from 'react';
import { Problem } from '../../lib/problem';
import { wordOf } from '../../lib/templateTexts';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Card';
import { Segments } from '../../ui/Choice';
import { PasswordField, SelectField, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { asksForKeys, type Broker, BROKERS, EMPTY_FORM, fieldsOf, type Form, missing, toWish } from './draft';
import { useAddAccount } from './queries';
import { accountTexts } from './texts';

/** Where, then the keys: they are asked for once the server has said that it can use them. */
export function AddAccountSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(accountTexts);
  const add = useAddAccount();
  const [form, setForm] = useState<Form>(EMPTY_FORM);
  const [keys, setKeys] = useState(false);
  const [tried, setTried] = useState(false);
  const paper = form.broker === 'PAPER';
  const lacking = missing(form);
  const send = (): void => {
    setTried(true);
    if (keys && lacking.length > 0) return;
    add.mutate(toWish(form, keys), {
      onSuccess: () => {
        toast(t.added);
        onClose();
      },
      onError: (failure) => {
        if (!keys && failure instanceof Problem && asksForKeys(failure)) {
          setKeys(true);
          setTried(false);
          add.reset();
        }
      },
    });
  };
  const choose = (broker: string): void => {
    setForm((before) => ({ ...before, broker: broker as Broker, credentials: {} }));
    setKeys(false);
    setTried(false);
    add.reset();
  };
  return (
    <Sheet title={t.add} onClose={onClose}>
      <form
        className="stack wide" data-testid="add-account" noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <SelectField
          label={t.where} value={form.broker} onText={choose} hint={paper ? t.paperHint : undefined}
          options={(Object.keys(BROKERS) as Broker[]).map((broker) => ({ value: broker, label: t.brokers[broker] }))}
        />
        {!paper && (
          <div className="stack tight">
            <Segments
              label={t.environment} value={form.environment} onChange={(environment) => setForm((before) => ({ ...before, environment }))}
              options={[{ value: 'TESTNET', label: t.environments.TESTNET }, { value: 'REAL', label: t.environments.REAL }]}
            />
            <p className="hint">{form.environment === 'REAL' ? t.realHint : t.testnetHint}</p>
          </div>
        )}
        <TextField
          label={t.optional(t.name)} value={form.label} placeholder={t.nameExample} maxLength={60}
          onText={(label) => setForm((before) => ({ ...before, label }))}
        />
        {keys && <Note icon="shield">{t.keysWhere}</Note>}
        {keys && fieldsOf(form.broker).map(({ name, optional }) => (
          <PasswordField
            key={name} label={optional ? t.optional(wordOf(t.keyNames, name)) : wordOf(t.keyNames, name)} value={form.credentials[name] ?? ''}
            autoComplete="off" error={tried && lacking.includes(name) ? t.needKey : undefined}
            onText={(text) => setForm((before) => ({ ...before, credentials: { ...before.credentials, [name]: text } }))}
          />
        ))}
        <ProblemNote problem={add.error} />
        <Button type="submit" look="primary" size="large" block busy={add.isPending}>{paper || keys ? t.save : t.next}</Button>
      </form>
    </Sheet>
  );
}
