import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { refresh, signedOut } from '../api/session';
import { LoginPage } from '../features/session/LoginPage';
import { useSetup } from '../features/session/queries';
import { RegisterPage } from '../features/session/RegisterPage';
import { Waiting } from '../features/session/Waiting';
import { navigate, usePlace } from '../lib/router';
import { answers } from '../live/live';
import { useSession } from '../live/session';
import { Toasts } from '../ui/Toast';
import { Crash } from './Crash';
import { Shell } from './Shell';

const AGAIN_MS = 3000;

/** Asks the cookie who is here; until the server answers, nobody is told to sign in. */
function useStart(): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const ask = async (): Promise<void> => {
      try {
        if (!(await refresh())) signedOut(false);
      } catch {
        if (over) return;
        setAway(true);
        timer = setTimeout(() => void ask(), AGAIN_MS);
      }
    };
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, []);
  return away;
}

function Door({ ended }: { ended: boolean }) {
  const setup = useSetup();
  const { path } = usePlace();
  if (!setup.data) return <Waiting away={setup.failureCount > 0} />;
  if (setup.data.needs_first_account || path === '/register') return <RegisterPage setup={setup.data} />;
  return <LoginPage setup={setup.data} ended={ended} />;
}

function Inside() {
  const session = useSession();
  const away = useStart();
  const { path } = usePlace();
  const joined = session.state === 'signed_in' && path === '/register';
  useEffect(() => {
    if (joined) navigate('/', { replace: true });
  }, [joined]);
  if (session.state === 'starting') return <Waiting away={away} />;
  if (session.state === 'signed_out') return <Door ended={session.ended} />;
  return <Shell />;
}

export function App() {
  return (
    <Crash>
      <QueryClientProvider client={answers}>
        <Inside />
        <Toasts />
      </QueryClientProvider>
    </Crash>
  );
}
