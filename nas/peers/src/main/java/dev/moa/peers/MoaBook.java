package dev.moa.peers;

import dev.moa.domain.simulation.book.OrderBook;

final class MoaBook implements Contestant {
    private long trades;
    private long volume;
    private final OrderBook book = new OrderBook((_, _, _, lots, _) -> {
        trades++;
        volume += lots;
    });

    @Override
    public String name() {
        return "moa";
    }

    @Override
    public void place(long id, boolean buy, long price, long lots) {
        book.place(id, buy, price, lots);
    }

    @Override
    public void cancel(long id) {
        book.cancel(id);
    }

    @Override
    public void move(long id, boolean buy, long price) {
        book.move(id, price);
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
