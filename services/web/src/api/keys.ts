/** Names of everything the page has read from the server; live/effects.ts says which of them went stale. */
export const keys = {
  setup: ['setup'],
  me: ['me'],
  settings: ['settings'],
  sessions: ['sessions'],
  telegram: ['telegram'],
  summary: ['portfolio', 'summary'],
  performance: ['portfolio', 'performance'],
  positions: ['positions'],
  positionHistory: ['positions', 'history'],
  orders: ['orders'],
  order: (id: string) => ['orders', 'one', id],
  strategies: ['strategies'],
  signals: ['signals'],
  instruments: ['instruments'],
  quotes: (instruments: string) => ['quotes', instruments],
  candles: (instrument: string, interval: string) => ['candles', instrument, interval],
  runs: ['runs'],
  run: (id: string) => ['runs', 'one', id],
  feeds: ['feeds'],
} as const satisfies Record<string, readonly string[] | ((...given: string[]) => readonly string[])>;

export type QueryKey = readonly string[];
