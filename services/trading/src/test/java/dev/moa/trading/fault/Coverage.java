package dev.moa.trading.fault;

import dev.moa.testkit.Servers;
import dev.moa.trading.TradingSuite;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** At which crash points, in which state of the newest order and on which request processes really ended. */
public final class Coverage {
    private final Map<String, Map<String, Integer>> ends = new TreeMap<>();

    /** Notes one end; the state is read from the database before anything recovers. */
    public void ended(TradingSuite suite, String point, String request) {
        String state = newest(suite.database());
        ends.computeIfAbsent(point, name -> new TreeMap<>()).merge(state + "×" + request, 1, Integer::sum);
    }

    private static String newest(String database) {
        try (var connection = Servers.postgres().superuser(database);
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT status FROM trading.orders ORDER BY order_id DESC LIMIT 1")) {
            return rows.next() ? rows.getString(1) : "-";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void print() {
        int combinations = ends.values().stream().mapToInt(Map::size).sum();
        System.out.println("real faults, crash point × state × event: " + combinations + " combinations");
        ends.forEach((point, hits) -> System.out.println(point + " "
                + hits.entrySet().stream()
                        .map(hit -> hit.getKey() + " " + hit.getValue())
                        .collect(Collectors.joining(", "))));
    }
}
