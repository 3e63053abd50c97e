import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export const BTC = 'BINANCE:BTCUSDT';

const MOA = path.resolve(import.meta.dirname, '../../../moa');
const EVERY_MS = 5_000;
const HOURS = 8;

/** Trades of the last hours along a wave, so that averages cross several times. */
function trades(): string {
  const lines = ['time,price,quantity,side,trade_id'];
  const count = (HOURS * 3_600_000) / EVERY_MS;
  const begin = Date.now() - HOURS * 3_600_000;
  for (let index = 0; index < count; index++) {
    const wave = 900 * Math.sin((index / count) * 14 * Math.PI) + 60 * Math.sin(index / 7);
    const price = (61_500 + wave).toFixed(2);
    lines.push(`${begin + index * EVERY_MS},${price},0.0${1 + (index % 9)},${index % 2 ? 'buy' : 'sell'},${begin + index}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Feeds recorded trades through the path of a live feed. */
export async function replay(instrument = BTC): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'moa-recording-'));
  try {
    const file = path.join(folder, 'trades.csv');
    await writeFile(file, trades());
    await promisify(execFile)(MOA, ['replay', file, '--instrument', instrument, '--speed', 'max']);
  } finally {
    await rm(folder, { recursive: true });
  }
}
