import { Problem, type ProblemBody } from '../lib/problem';
import { accessToken, refresh, signedOut } from './session';

const PREFIX = '/api/v1';

interface Options {
  body?: unknown;
  /** Same key, same intent: the server answers the first result again instead of acting twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function send(method: Method, path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const token = accessToken();
  if (token) headers['Authorization'] = `Bearer ${token}`;
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  try {
    return await fetch(PREFIX + path, init);
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw new Problem(0, { code: 'offline' });
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  let body: ProblemBody = {};
  try {
    body = (await answer.json()) as ProblemBody;
  } catch {
    // A proxy's own error page is not JSON; the status still says what happened.
  }
  return new Problem(answer.status, body, answer.headers);
}

async function renewed(): Promise<boolean> {
  try {
    return await refresh();
  } catch {
    throw new Problem(0, { code: 'offline' });
  }
}

async function answerOf(method: Method, path: string, options: Options): Promise<Response> {
  let answer = await send(method, path, options);
  if (answer.status === 401 && accessToken()) {
    if (await renewed()) answer = await send(method, path, options);
    else signedOut(true);
  }
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

async function request<T>(method: Method, path: string, options: Options): Promise<T> {
  const text = await (await answerOf(method, path, options)).text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, signal ? { signal } : {}),
  post: <T>(path: string, body?: unknown, idempotencyKey?: string) =>
    request<T>('POST', path, idempotencyKey ? { body: body ?? {}, idempotencyKey } : { body: body ?? {} }),
  put: <T>(path: string, body: unknown) => request<T>('PUT', path, { body }),
  /** What is downloaded rather than read. */
  file: async (path: string) => (await answerOf('GET', path, {})).blob(),
  delete: <T>(path: string) => request<T>('DELETE', path, {}),
};

/** `query({status: 'open', limit: 50})` → `?status=open&limit=50`, leaving out what is undefined. */
export function query(given: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
