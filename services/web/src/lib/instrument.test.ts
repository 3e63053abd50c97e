import { expect, it } from 'vitest';
import { named } from './instrument';

it('readsAPairOutOfAVenuesSpelling', () => {
  expect(named('BINANCE:BTCUSDT')).toMatchObject({ label: 'BTC/USDT', base: 'BTC', quote: 'USDT', venue: 'BINANCE' });
  expect(named('UPBIT:KRW-BTC')).toMatchObject({ label: 'BTC/KRW', base: 'BTC', quote: 'KRW' });
  expect(named('OKX:BTC-USDT')).toMatchObject({ label: 'BTC/USDT' });
  expect(named('KRX:005930')).toMatchObject({ label: '005930', quote: 'KRW' });
});
