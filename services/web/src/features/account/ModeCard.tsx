import { useState } from 'react';
import { useMe, useMode } from '../../api/reads';
import type { Account, Mode } from '../../api/types';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Card, Note, Skeleton } from '../../ui/Card';
import { TextField } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { ProblemNote } from '../../ui/ProblemNote';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/Toast';
import { useChangeMode } from './queries';
import { accountTexts } from './texts';

/** Which mode one is in, and the way to the other: to paper at once, to real money only with everything that guards it. */
export function ModeCard({ accounts }: { accounts: Account[] }) {
  const t = useTexts(accountTexts);
  const mode = useMode();
  const [asking, setAsking] = useState(false);
  const toPaper = useChangeMode();
  return (
    <Card title={t.mode} testId="mode-card">
      {!mode && <Skeleton height={90} />}
      {mode && (
        <div className="stack wide">
          <ModeNow mode={mode} />
          <ProblemNote problem={toPaper.error} />
          {mode === 'PAPER' ? (
            <Button block onClick={() => setAsking(true)}>{t.toReal}</Button>
          ) : (
            <>
              <p className="small soft">{t.toPaperNote}</p>
              <Button
                look="primary" block busy={toPaper.isPending}
                onClick={() => toPaper.mutate({ mode: 'PAPER' }, { onSuccess: () => toast(t.nowPaper) })}
              >
                {t.toPaper}
              </Button>
            </>
          )}
        </div>
      )}
      {asking && <RealSheet accounts={accounts} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function ModeNow({ mode }: { mode: Mode }) {
  const t = useTexts(accountTexts);
  return (
    <div className="mode-now">
      <span className={`mark ${mode.toLowerCase()}`}><Icon name={mode === 'PAPER' ? 'flask' : 'alert'} size={20} /></span>
      <div className="grow">
        <p className="strong" data-testid="mode-now">{t.modes[mode]}</p>
        <p className="small soft">{t.modeNotes[mode]}</p>
      </div>
    </div>
  );
}

function RealSheet({ accounts, onClose }: { accounts: Account[]; onClose: () => void }) {
  const t = useTexts(accountTexts);
  const me = useMe().data;
  const change = useChangeMode();
  const [code, setCode] = useState('');
  const needs = {
    permission: me && (me.permissions ?? []).includes('real_trade'),
    account: accounts.some((one) => one.mode === 'REAL' && one.test_passed === true),
    limits: undefined,
    code: undefined,
  };
  const send = (): void =>
    change.mutate({ mode: 'REAL', code: code.trim() }, {
      onSuccess: () => {
        toast(t.nowReal);
        onClose();
      },
    });
  return (
    <Sheet title={t.toReal} onClose={onClose}>
      <form
        className="stack wide" data-testid="real-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Note tone="care" icon="alert">{t.realWarning}</Note>
        <div className="stack tight">
          <h3>{t.needs}</h3>
          <ul className="needs">
            {(Object.keys(needs) as (keyof typeof needs)[]).map((need) => (
              <li key={need}>
                <span className={needs[need] ? 'met' : 'soft'}><Icon name={needs[need] ? 'check' : needs[need] === false ? 'close' : 'minus'} size={18} /></span>
                <span className="grow">{t.needNames[need]}</span>
                <span className="small soft">{needs[need] ? t.met : needs[need] === false ? t.unmet : t.checked}</span>
              </li>
            ))}
          </ul>
        </div>
        <TextField
          label={t.code} value={code} onText={setCode} hint={t.codeHint} inputMode="numeric" autoComplete="one-time-code" maxLength={64}
        />
        <ProblemNote problem={change.error} />
        <div className="two">
          <Button size="large" block onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="danger" size="large" block busy={change.isPending}>{t.toReal}</Button>
        </div>
        <Link to="/risk" className="button plain">{t.toLimits}</Link>
      </form>
    </Sheet>
  );
}
