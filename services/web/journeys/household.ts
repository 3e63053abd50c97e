import { randomBytes } from 'node:crypto';
import { address } from './address';

export interface Person {
  username: string;
  password: string;
  name: string;
}

/** The first account of the suite; given from outside where it exists already. */
export const ADMIN: Person = {
  username: process.env['MOA_ADMIN_USER'] ?? 'journey.admin',
  password: process.env['MOA_ADMIN_PASSWORD'] ?? 'seven quiet rivers meet',
  name: '김민지',
};

const PASSWORD = 'a lantern over the harbour';

/** Speaks to the API the way a script does: tokens in the body, no cookie. */
export class Api {
  private constructor(private readonly token: string) {}

  static async signIn(person: Person): Promise<Api> {
    const { username, password } = person;
    const answer = await call('POST', '/auth/login', { username, password, token_delivery: 'body' });
    return new Api((answer as { access_token: string }).access_token);
  }

  get<T>(path: string): Promise<T> {
    return call('GET', path, undefined, this.token) as Promise<T>;
  }

  delete(path: string): Promise<unknown> {
    return call('DELETE', path, undefined, this.token);
  }

  post<T>(path: string, body: unknown, key?: string): Promise<T> {
    return call('POST', path, body, this.token, key) as Promise<T>;
  }
}

async function call(method: string, path: string, body?: unknown, token?: string, key?: string): Promise<unknown> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (token) headers['Authorization'] = `Bearer ${token}`;
  if (key) headers['Idempotency-Key'] = key;
  const init: RequestInit = { method, headers };
  if (body !== undefined) init.body = JSON.stringify(body);
  const answer = await fetch(`${address()}/api/v1${path}`, init);
  if (answer.status === 429) {
    // The limits of the suite hold for its journeys too.
    await new Promise((done) => setTimeout(done, 1000 * Number(answer.headers.get('Retry-After') ?? 2)));
    return call(method, path, body, token, key);
  }
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

export async function needsFirstAccount(): Promise<boolean> {
  return ((await call('GET', '/auth/setup')) as { needs_first_account: boolean }).needs_first_account;
}

let admin: Promise<Api> | undefined;

export async function invite(): Promise<string> {
  admin ??= Api.signIn(ADMIN);
  return (await (await admin).post<{ code: string }>('/admin/invites', {})).code;
}

/** A new person nobody else uses, so that journeys do not depend on each other. */
export function stranger(): Person {
  return { username: `p${randomBytes(5).toString('hex')}`, password: PASSWORD, name: '이서준' };
}

export async function member(): Promise<Person> {
  const person = stranger();
  await call('POST', '/auth/register', {
    ...person, email: `${person.username}@example.com`, locale: 'ko', invite_code: await invite(),
  });
  return person;
}
