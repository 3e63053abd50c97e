package dev.moa.broker.binance;

import dev.moa.broker.FeedListener;
import dev.moa.broker.feed.FeedStream;
import dev.moa.broker.http.SocketSender;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.domain.instrument.InstrumentId;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The combined stream: which streams are asked for, and what comes in. */
final class BinanceStream extends FeedStream {
    private final BinanceSettings settings;
    private Set<InstrumentId> subscribed = Set.of();
    private SocketSender sender;
    private int requests;

    BinanceStream(BinanceSettings settings, Set<InstrumentId> instruments, FeedListener listener) {
        super(instruments, listener);
        this.settings = settings;
    }

    @Override
    public synchronized URI address() {
        subscribed = wanted();
        String base = settings.stream().toString().replaceAll("/+$", "");
        String query = streams(subscribed).stream().collect(Collectors.joining("/"));
        return URI.create(base + "/stream" + (query.isEmpty() ? "" : "?streams=" + query));
    }

    /** Asks for what is wanted and not yet subscribed, and drops the rest. */
    @Override
    protected void subscribe(SocketSender connection) {
        sender = connection;
        request("SUBSCRIBE", without(wanted(), subscribed));
        request("UNSUBSCRIBE", without(subscribed, wanted()));
        subscribed = wanted();
    }

    private void request(String method, Set<InstrumentId> instruments) {
        if (!instruments.isEmpty()) {
            String names = streams(instruments).stream()
                    .map(stream -> '"' + stream + '"')
                    .collect(Collectors.joining(","));
            requests++;
            sender.text("{\"method\":\"%s\",\"params\":[%s],\"id\":%d}".formatted(method, names, requests));
        }
    }

    @Override
    public void message(String text) {
        switch (BinanceMapper.message(text)) {
            case BinanceMessages.Trade message -> tell(BinanceMapper.trade(message));
            case BinanceMessages.BookTicker message ->
                BinanceMapper.book(message).ifPresent(this::tell);
            case BinanceMessages.ServerShutdown message -> renew();
            case BinanceMessages.Reply reply -> {
                if (reply.error() != null) {
                    throw new UnreadableMessage("the venue refused a request");
                }
            }
        }
    }

    private synchronized void renew() {
        sender.renew("the venue restarts");
    }

    @Override
    public void heartbeat(SocketSender connection) {
        connection.ping();
    }

    private static Set<String> streams(Collection<InstrumentId> instruments) {
        return instruments.stream()
                .flatMap(instrument -> BinanceMapper.streams(instrument).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<InstrumentId> without(Set<InstrumentId> all, Set<InstrumentId> some) {
        Set<InstrumentId> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
