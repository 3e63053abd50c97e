import { type FormEvent, useState } from 'react';
import type { Setup } from '../../api/types';
import { usePreferences } from '../../lib/preferences';
import { wordsOfField } from '../../lib/problemWords';
import { Link, usePlace } from '../../lib/router';
import { useTexts } from '../../lib/texts';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Card';
import { PasswordField, TextField } from '../../ui/Field';
import { ProblemNote } from '../../ui/ProblemNote';
import { Frame } from './Frame';
import { type Registration, useRegister } from './queries';
import { sessionTexts } from './texts';

export const SHORTEST_PASSWORD = 12;

type Errors = Partial<Record<keyof Registration, string>>;

export function RegisterPage({ setup }: { setup: Setup }) {
  const t = useTexts(sessionTexts);
  const { query } = usePlace();
  const { locale } = usePreferences();
  const first = setup.needs_first_account;
  const wantsInvite = !first && setup.registration !== 'open';
  const [given, setGiven] = useState({ username: '', email: '', name: '', password: '', invite_code: query.get('invite') ?? '' });
  const [tried, setTried] = useState(false);
  const register = useRegister();
  const errors = tried ? check(given) : {};

  function check(form: typeof given): Errors {
    const found: Errors = {};
    if (!form.name.trim()) found.name = t.need(t.name);
    if (!/^[^@\s]+@[^@\s]+$/.test(form.email.trim())) found.email = t.badEmail;
    if (form.username.trim().length < 3) found.username = t.usernameHint;
    if (form.password.length < SHORTEST_PASSWORD) found.password = t.shortPassword(SHORTEST_PASSWORD);
    if (wantsInvite && !form.invite_code.trim()) found.invite_code = t.need(t.invite);
    return found;
  }

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(check(given)).length > 0) return;
    const { invite_code, ...rest } = given;
    const body = { ...rest, username: rest.username.trim(), email: rest.email.trim(), name: rest.name.trim() };
    register.mutate(wantsInvite ? { ...body, invite_code: invite_code.trim() } : body);
  };
  const field = (name: keyof typeof given) => ({
    name,
    value: given[name],
    onText: (text: string) => setGiven((before) => ({ ...before, [name]: text })),
    error: errors[name] ?? wordsOfField(register.error, name, locale),
  });

  if (!first && setup.registration === 'closed') {
    return (
      <Frame title={t.join} next="">
        <Note>{t.closed}</Note>
        <BackToSignIn />
      </Frame>
    );
  }
  return (
    <Frame title={first ? t.welcome : t.join} next={first ? t.welcomeNext : wantsInvite ? t.joinNext : t.joinOpen}>
      <form className="stack wide" onSubmit={submit} noValidate>
        {wantsInvite && <TextField label={t.invite} {...field('invite_code')} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
        <TextField label={t.name} hint={t.nameHint} {...field('name')} autoComplete="name" />
        <TextField label={t.email} {...field('email')} type="email" autoComplete="email" />
        <TextField label={t.username} hint={t.usernameHint} {...field('username')} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <PasswordField label={t.password} hint={t.passwordHint(SHORTEST_PASSWORD)} {...field('password')} autoComplete="new-password" />
        <ProblemNote problem={register.error} />
        <Button type="submit" look="primary" size="large" block busy={register.isPending}>
          {first ? t.first : t.join}
        </Button>
        <p className="small soft">{t.paperFirst}</p>
      </form>
      {!first && <BackToSignIn />}
    </Frame>
  );
}

function BackToSignIn() {
  const t = useTexts(sessionTexts);
  return (
    <p className="door-foot">
      {t.toSignIn} <Link to="/">{t.signIn}</Link>
    </p>
  );
}
