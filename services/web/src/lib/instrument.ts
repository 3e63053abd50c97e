export interface Named {
  venue: string;
  symbol: string;
  /** "BTC/USDT", or the symbol itself where it is not a pair. */
  label: string;
  base: string;
  /** The currency a price of it is in. */
  quote: string;
}

const QUOTES = ['USDT', 'USDC', 'BUSD', 'FDUSD', 'USD', 'KRW', 'BTC', 'ETH'];

function pair(symbol: string, venue: string): [string, string] | undefined {
  const parts = symbol.split('-');
  const [first, second] = parts;
  if (first && second) return venue === 'UPBIT' ? [second, first] : [first, second];
  const quote = QUOTES.find((one) => symbol.endsWith(one) && symbol.length > one.length);
  return quote ? [symbol.slice(0, -quote.length), quote] : undefined;
}

/** What an instrument's name tells without asking the server. */
export function named(instrument: string): Named {
  const colon = instrument.indexOf(':');
  const venue = colon < 0 ? '' : instrument.slice(0, colon);
  const symbol = instrument.slice(colon + 1);
  const found = pair(symbol, venue);
  if (!found) return { venue, symbol, label: symbol, base: symbol, quote: venue === 'KRX' ? 'KRW' : 'USD' };
  return { venue, symbol, label: `${found[0]}/${found[1]}`, base: found[0], quote: found[1] };
}

/** Whether it is a contract: sold without being held, and paid for with a margin. */
export const isContract = (instrument: string): boolean => instrument.startsWith('BINANCE_FUTURES:');
