import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../lib/problem';
import { api, query } from './client';
import { accessToken, currentSession, signedIn, signedOut } from './session';

type Call = { path: string; headers: Record<string, string> };

let calls: Call[];
let answers: ((call: Call) => Response | Promise<Response>)[];

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });
const last = (): Call | undefined => calls.at(-1);

beforeEach(() => {
  calls = [];
  answers = [];
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const call = { path, headers: init.headers as Record<string, string> };
    calls.push(call);
    const answer = answers.shift();
    return answer ? Promise.resolve(answer(call)) : Promise.reject(new TypeError('no network'));
  });
  signedIn('old');
});

afterEach(() => {
  signedOut(false);
  vi.unstubAllGlobals();
});

it('anExpiredTokenIsRenewedOnceAndTheCallRepeated', async () => {
  answers = [() => json(401, {}), () => json(200, { access_token: 'new' }), () => json(200, { ok: 1 })];
  expect(await api.get('/auth/me')).toEqual({ ok: 1 });
  expect(calls.map((call) => call.path)).toEqual(['/api/v1/auth/me', '/api/v1/auth/refresh', '/api/v1/auth/me']);
  expect(last()?.headers['Authorization']).toBe('Bearer new');
});

it('aRefusalThatARenewalDoesNotExplainEndsNoSession', async () => {
  answers = [() => json(401, {}), () => json(200, { access_token: 'new' }), () => json(401, { code: 'odd' })];
  await expect(api.get('/strategies')).rejects.toMatchObject({ status: 401, code: 'odd' });
  expect(currentSession().state).toBe('signed_in');
});

it('aRenewalThatIsRefusedEndsTheSessionHere', async () => {
  answers = [() => json(401, {}), () => json(401, { code: 'session_ended' })];
  await expect(api.get('/auth/me')).rejects.toMatchObject({ status: 401 });
  expect(currentSession()).toEqual({ state: 'signed_out', ended: true });
  expect(accessToken()).toBeUndefined();
});

it('callsThatExpireTogetherShareOneRenewal', async () => {
  const good = () => json(200, {});
  const byToken = (call: Call) => (call.headers['Authorization'] === 'Bearer new' ? good() : json(401, {}));
  answers = [byToken, byToken, () => json(200, { access_token: 'new' }), byToken, byToken];
  await Promise.all([api.get('/positions'), api.get('/strategies')]);
  expect(calls.filter((call) => call.path.endsWith('/refresh'))).toHaveLength(1);
});

it('aServerThatIsAwayEndsNoSession', async () => {
  answers = [() => json(401, {}), () => json(503, {})];
  await expect(api.get('/auth/me')).rejects.toMatchObject({ status: 0, code: 'offline' });
  expect(currentSession().state).toBe('signed_in');
});

it('anUnansweredCallIsUndecided', async () => {
  const failure = await api.post('/trading/orders', {}, 'key-1').catch((problem: unknown) => problem);
  expect(failure).toBeInstanceOf(Problem);
  expect((failure as Problem).undecided).toBe(true);
  expect(last()?.headers['Idempotency-Key']).toBe('key-1');
});

it('aRefusalIsDecidedAndTellsItsReasons', async () => {
  answers = [() => json(422, { code: 'insufficient_funds', reasons: [{ code: 'a', message: 'b' }] })];
  const failure = (await api.post('/trading/orders', {}).catch((problem: unknown) => problem)) as Problem;
  expect([failure.undecided, failure.code, failure.reasons]).toEqual([false, 'insufficient_funds', [{ code: 'a', text: 'b' }]]);
});

it('anAnswerWithoutBodyIsNothing', async () => {
  answers = [() => new Response(null, { status: 204 })];
  expect(await api.delete('/telegram')).toBeUndefined();
});

it('leavesOutWhatIsNotAsked', () => {
  expect(query({ limit: 50, cursor: undefined })).toBe('?limit=50');
  expect(query({})).toBe('');
});
