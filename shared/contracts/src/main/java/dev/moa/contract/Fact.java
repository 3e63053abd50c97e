package dev.moa.contract;

/**
 * Something that has happened and must reach everybody concerned: written to the outbox in the transaction of the
 * state it describes. One sealed family per producing service.
 */
public sealed interface Fact permits AuthEvents, TradingEvents, MarketEvents, BacktestEvents {}
