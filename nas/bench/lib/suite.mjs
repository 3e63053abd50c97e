// What the benchmarks of the running suite share: calls, people, a price, raised limits.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync, chmodSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

const address = `http://localhost:${process.env.MOA_HTTP_PORT ?? 8080}/api/v1`;
export const user = process.env.MOA_BENCH_USER ?? 'bench';
const password = process.env.MOA_BENCH_PASSWORD ?? 'a bench in the morning sun';
const moa = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'moa');

export const machine = `${cpus().length} × ${cpus()[0].model}`;
export const order = { instrument: 'BINANCE:BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '0.00012' };

// Plain node:http: the client shares the processors with what it measures, and fetch would take twice as much of them.
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export function call(method, path, { token, key, body } = {}) {
  const content = body === undefined ? '' : JSON.stringify(body);
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(content) };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (key) headers['Idempotency-Key'] = key;
  return new Promise((resolve, reject) => {
    const sent = request(address + path, { method, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, body: text ? JSON.parse(text) : {} }));
    });
    sent.on('error', reject);
    sent.end(content);
  });
}

export async function invited(admin, name, role = 'user') {
  const known = await call('POST', '/auth/login', { body: { username: name, password, token_delivery: 'body' } });
  if (known.body.access_token) return known.body.access_token;
  const invite = await call('POST', '/admin/invites', { token: admin, key: randomUUID(), body: { role } });
  const body = { email: `${name}@example.org`, username: name, password, name, invite_code: invite.body.code };
  const made = await call('POST', '/auth/register', { body });
  if (made.status !== 201) throw new Error(`cannot invite ${name}: ${JSON.stringify([invite.body, made.body])}`);
  const login = await call('POST', '/auth/login', { body: { username: name, password, token_delivery: 'body' } });
  return login.body.access_token;
}

export async function signIn() {
  const setup = await call('GET', '/auth/setup');
  if (setup.body.needs_first_account) {
    const body = { email: `${user}@example.org`, username: user, password, name: 'Bench' };
    await call('POST', '/auth/register', { body });
  }
  const login = await call('POST', '/auth/login', { body: { username: user, password, token_delivery: 'body' } });
  if (!login.body.access_token) throw new Error(`cannot sign in: ${JSON.stringify(login.body)}`);
  return login.body.access_token;
}

/** Runs ./moa with these words; its output when it ends well. */
export function runMoa(...words) {
  const run = spawnSync(moa, words, { stdio: 'pipe' });
  if (run.status !== 0) throw new Error(`moa ${words.join(' ')}: ${run.stdout}${run.stderr}`);
  return run.stdout.toString();
}

export function tellAPrice() {
  const file = join(mkdtempSync(join(tmpdir(), 'moa-bench-')), 'price.csv');
  writeFileSync(file, 'time,price,quantity,trade_id\n1722000000000,50000,1,1\n1722000001000,50000,1,2\n');
  chmodSync(file, 0o644);
  runMoa('replay', file, '--instrument', 'BINANCE:BTCUSDT', '--speed', 'max');
}

export async function everyPage(token, path) {
  const items = [];
  let cursor = '';
  do {
    const page = await call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=500${cursor && `&cursor=${cursor}`}`, { token });
    items.push(...page.body.items);
    cursor = page.body.next_cursor ?? '';
  } while (cursor);
  return items;
}

// Loosening one's own limits waits until tomorrow, so another adult of the household does it; the paper account has limits
// of its own, and its id stands in the first order.
export async function raiseLimits(adult, token) {
  const person = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()).sub;
  await call('POST', '/trading/orders', { token, key: randomUUID(), body: order });
  const placed = await call('GET', '/trading/orders?limit=1', { token });
  for (const level of [`user&id=${person}`, `account&id=${placed.body.items[0]?.account_id}`]) {
    const raised = await call('PUT', `/risk/limits?level=${level}`, { token: adult, body: { max_daily_trades: 1000000 } });
    if (raised.status !== 200) throw new Error(`cannot raise limits: ${JSON.stringify(raised.body)}`);
  }
}

/** The part of sorted times, in ms with one decimal. */
export const at = (times, part) => Number(times[Math.floor(times.length * part)]?.toFixed(1));
