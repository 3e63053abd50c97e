package dev.moa.notification.push;

import dev.moa.contract.LiveMessages.Quote;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Everybody who is connected, found by person, by session and by instrument; and how many may be. */
@Singleton
public class Sockets {
    static final int MOST = 1_000;
    static final int MOST_OF_ONE = 20;
    /** Connections that have not signed in yet; they have five seconds, so few can keep everybody else out. */
    static final int MOST_WAITING = 200;

    static final int MOST_WAITING_OF_ONE_ADDRESS = 30;

    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Set<Connection>> byPerson = new ConcurrentHashMap<>();
    private final Map<String, Set<Connection>> byInstrument = new ConcurrentHashMap<>();

    Sockets(MeterRegistry meters) {
        Gauge.builder("moa_ws_connections", all, Set::size)
                .description("open WebSocket connections")
                .register(meters);
    }

    /** Closes whatever belongs to a session that has ended. */
    public void endSession(UUID sessionId) {
        all.stream()
                .filter(connection -> sessionId.equals(connection.sessionId()))
                .forEach(Connection::endSession);
    }

    /** Whether one more from this address may come in. */
    boolean hasRoom(String address) {
        List<Connection> waiting =
                all.stream().filter(connection -> connection.userId() == null).toList();
        return all.size() < MOST
                && waiting.size() < MOST_WAITING
                && waiting.stream()
                                .filter(connection -> connection.address().equals(address))
                                .count()
                        < MOST_WAITING_OF_ONE_ADDRESS;
    }

    void add(Connection connection) {
        all.add(connection);
    }

    /** Called when it has signed in; false when the person has enough of them. */
    boolean admit(Connection connection) {
        Set<Connection> own = byPerson.compute(connection.userId(), (id, present) -> {
            Set<Connection> set = present == null ? ConcurrentHashMap.newKeySet() : present;
            set.add(connection);
            return set;
        });
        if (connection.isClosed()) {
            // It went while it signed in, so whoever removed it did not know whose it was.
            remove(connection);
        }
        return own.size() <= MOST_OF_ONE;
    }

    void subscribed(Connection connection, Channels before, Channels after) {
        Set<String> gone = new HashSet<>(before.instruments());
        gone.removeAll(after.instruments());
        gone.forEach(instrument -> drop(byInstrument, instrument, connection));
        after.instruments()
                .forEach(instrument -> byInstrument.compute(instrument, (name, present) -> {
                    Set<Connection> set = present == null ? ConcurrentHashMap.newKeySet() : present;
                    set.add(connection);
                    return set;
                }));
        if (connection.isClosed()) {
            remove(connection);
        }
    }

    void remove(Connection connection) {
        all.remove(connection);
        if (connection.userId() != null) {
            drop(byPerson, connection.userId(), connection);
        }
        connection.channels().instruments().forEach(instrument -> drop(byInstrument, instrument, connection));
    }

    void ofPerson(UUID userId, Consumer<Connection> action) {
        byPerson.getOrDefault(userId, Set.of()).forEach(action);
    }

    List<UUID> people() {
        return List.copyOf(byPerson.keySet());
    }

    void spread(Quote quote) {
        byInstrument.getOrDefault(quote.instrument(), Set.of()).forEach(connection -> connection.price(quote));
        byInstrument.getOrDefault(Channels.EVERY_INSTRUMENT, Set.of()).forEach(connection -> connection.price(quote));
    }

    void each(Consumer<Connection> action) {
        all.forEach(action);
    }

    private static <K> void drop(Map<K, Set<Connection>> index, K key, Connection connection) {
        index.computeIfPresent(key, (name, set) -> {
            set.remove(connection);
            return set.isEmpty() ? null : set;
        });
    }
}
