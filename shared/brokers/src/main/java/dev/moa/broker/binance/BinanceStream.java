package dev.moa.broker.binance;

import dev.moa.broker.FeedListener;
import dev.moa.broker.MarketTrade;
import dev.moa.broker.http.SocketHandler;
import dev.moa.broker.http.SocketSender;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.broker.http.VenueSocket;
import dev.moa.domain.instrument.InstrumentId;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The combined stream: which streams are asked for, and what comes in. */
final class BinanceStream implements SocketHandler, AutoCloseable {
    private final BinanceSettings settings;
    private final FeedListener listener;
    private final VenueSocket socket;
    private Set<InstrumentId> wanted;
    private Set<InstrumentId> subscribed = Set.of();
    private SocketSender sender;
    private int requests;

    BinanceStream(HttpClient http, BinanceSettings settings, Set<InstrumentId> instruments, FeedListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.wanted = Set.copyOf(instruments);
        this.socket = new VenueSocket("binance", http, settings.socket(), this);
    }

    void open() {
        socket.open();
    }

    synchronized void watch(Set<InstrumentId> instruments) {
        wanted = Set.copyOf(instruments);
        if (socket.sender() != null) {
            adjust();
        }
    }

    @Override
    public synchronized URI address() {
        subscribed = wanted;
        String base = settings.stream().toString().replaceAll("/+$", "");
        String query = streams(subscribed).stream().collect(Collectors.joining("/"));
        return URI.create(base + "/stream" + (query.isEmpty() ? "" : "?streams=" + query));
    }

    @Override
    public synchronized void opened(SocketSender connection) {
        sender = connection;
        listener.connected();
        adjust();
    }

    /** Asks for what is wanted and not yet subscribed, and drops the rest. */
    private void adjust() {
        request("SUBSCRIBE", without(wanted, subscribed));
        request("UNSUBSCRIBE", without(subscribed, wanted));
        subscribed = wanted;
    }

    private void request(String method, Set<InstrumentId> instruments) {
        if (sender != null && !instruments.isEmpty()) {
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
            case BinanceMessages.Trade message -> {
                MarketTrade trade = BinanceMapper.trade(message);
                requireWanted(trade.instrument());
                listener.trade(trade);
            }
            case BinanceMessages.BookTicker message ->
                BinanceMapper.book(message).ifPresent(top -> {
                    requireWanted(top.instrument());
                    listener.book(top);
                });
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

    private synchronized void requireWanted(InstrumentId instrument) {
        // After an UNSUBSCRIBE a few messages are still under way.
        if (!wanted.contains(instrument)) {
            throw new UnreadableMessage("an instrument that was not asked for");
        }
    }

    @Override
    public void heartbeat(SocketSender connection) {
        connection.ping();
    }

    @Override
    public void alive() {
        listener.alive();
    }

    @Override
    public void away(String why, boolean planned) {
        if (!planned) {
            listener.away(why);
        }
    }

    @Override
    public void unreadable(String why) {
        listener.unreadable(why);
    }

    @Override
    public void close() {
        socket.close();
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
