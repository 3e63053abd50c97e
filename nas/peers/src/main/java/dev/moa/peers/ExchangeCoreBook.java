package dev.moa.peers;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;

/** exchange-core's faster book, called as its own matching engine calls it, with its events taken from a pool. */
final class ExchangeCoreBook implements Contestant {
    private static final long USER = 1;

    private final OrderCommand command = new OrderCommand();
    private final OrderBookDirectImpl book;
    private MatcherTradeEvent pool;
    private long trades;
    private long volume;

    ExchangeCoreBook() {
        CoreSymbolSpecification symbol = CoreSymbolSpecification.builder()
                .symbolId(1)
                .type(SymbolType.FUTURES_CONTRACT)
                .baseScaleK(1)
                .quoteScaleK(1)
                .build();
        book = new OrderBookDirectImpl(
                symbol,
                ObjectsPool.createDefaultTestPool(),
                new OrderBookEventsHelper(this::event),
                LoggingConfiguration.builder()
                        .loggingLevels(java.util.EnumSet.noneOf(LoggingConfiguration.LoggingLevel.class))
                        .build());
    }

    private MatcherTradeEvent event() {
        MatcherTradeEvent taken = pool;
        if (taken == null) {
            return new MatcherTradeEvent();
        }
        pool = taken.nextEvent;
        taken.nextEvent = null;
        return taken;
    }

    private void told() {
        MatcherTradeEvent event = command.matcherEvent;
        command.matcherEvent = null;
        while (event != null) {
            if (event.eventType == MatcherEventType.TRADE) {
                trades++;
                volume += event.size;
            }
            MatcherTradeEvent next = event.nextEvent;
            event.nextEvent = pool;
            pool = event;
            event = next;
        }
    }

    @Override
    public String name() {
        return "exchange-core";
    }

    @Override
    public void place(long id, boolean buy, long price, long lots) {
        command.orderId = id;
        command.uid = USER;
        command.orderType = OrderType.GTC;
        command.action = buy ? OrderAction.BID : OrderAction.ASK;
        command.price = price;
        command.reserveBidPrice = Long.MAX_VALUE;
        command.size = lots;
        book.newOrder(command);
        told();
    }

    @Override
    public void cancel(long id) {
        command.orderId = id;
        command.uid = USER;
        book.cancelOrder(command);
        told();
    }

    @Override
    public void move(long id, boolean buy, long price) {
        command.orderId = id;
        command.uid = USER;
        command.price = price;
        command.action = buy ? OrderAction.BID : OrderAction.ASK;
        book.moveOrder(command);
        told();
    }

    @Override
    public long trades() {
        return trades;
    }

    @Override
    public long volume() {
        return volume;
    }
}
