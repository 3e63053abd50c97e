/**
 * Binance spot: public trades and best bid and ask as one combined stream, recent trades over HTTP to close gaps.
 *
 * <p>Capabilities: market data only so far; no key needed. Trade ids count up by one for each symbol, so every hole is a
 * missed trade. Oddities: {@code bookTicker} has neither an event name nor a time; the connection ends after 24 hours; a
 * {@code serverShutdown} event asks to reconnect at once; old trades need no key but cost weight 25 a request.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">web socket streams</a>
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">market data</a>
 */
package dev.moa.broker.binance;
