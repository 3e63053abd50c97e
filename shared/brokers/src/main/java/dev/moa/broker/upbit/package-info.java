/**
 * Upbit: public trades and order books as one stream, recent trades over HTTP to close gaps.
 *
 * <p>Capabilities: market data only so far; no key needed. Oddities: {@code sequential_id} is unique but neither gapless nor
 * in order, so a missed trade shows only by reconnecting; a new request replaces the whole subscription; an idle connection
 * is closed after 120 s, the text {@code PING} keeps it; messages come as binary UTF-8 with numbers as numbers; after a
 * subscription the last trade comes once more as a snapshot.
 *
 * @see <a href="https://docs.upbit.com/kr/reference/websocket-guide">web socket guide</a>
 */
package dev.moa.broker.upbit;
