import { type FormEvent, useState } from 'react';
import type { Setup } from '../../api/types';
import { Problem } from '../../lib/problem';
import { Link } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Card';
import { PasswordField, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Frame } from './Frame';
import { useSignIn } from './queries';
import { sessionTexts } from './texts';

export function LoginPage({ setup, ended }: { setup: Setup; ended: boolean }) {
  const t = useTexts(sessionTexts);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useSignIn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (username && password) signIn.mutate({ username: username.trim(), password });
  };
  const second = signIn.error instanceof Problem && signIn.error.code === 'mfa_required';
  return (
    <Frame title={t.signIn} next={t.signInNext}>
      <form className="stack wide" onSubmit={submit} noValidate>
        {ended && !signIn.error && <Note tone="care">{t.ended}</Note>}
        <TextField
          label={t.user} value={username} onText={setUsername} autoComplete="username" autoCapitalize="none"
          spellCheck={false} name="username" error={tried && !username ? t.need(t.user) : undefined}
        />
        <PasswordField
          label={t.password} value={password} onText={setPassword} autoComplete="current-password" name="password"
          error={tried && !password ? t.need(t.password) : undefined}
        />
        {second ? <Note tone="care">{t.mfaUnknown}</Note> : <ProblemNote problem={signIn.error} />}
        <Button type="submit" look="primary" size="large" block busy={signIn.isPending}>
          {t.signIn}
        </Button>
      </form>
      {setup.registration !== 'closed' && (
        <p className="door-foot">
          {setup.registration === 'invite' && t.toJoin} <Link to="/register">{t.join}</Link>
        </p>
      )}
    </Frame>
  );
}
