package dev.moa.trading.simulation;

import dev.moa.domain.order.OrderStatus;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** At which crash points, in which state of the order and on which event runs really ended. */
final class Coverage {
    private final Map<String, Map<String, Integer>> crashes = new TreeMap<>();
    private final Map<Chance.Fault, Integer> faults = new TreeMap<>();

    synchronized void hit(String point, OrderStatus state, String event) {
        crashes.computeIfAbsent(point, name -> new TreeMap<>())
                .merge((state == null ? "-" : state) + "×" + event, 1, Integer::sum);
    }

    synchronized void add(Map<Chance.Fault, Integer> counted) {
        counted.forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
    }

    synchronized int combinations() {
        return crashes.values().stream().mapToInt(Map::size).sum();
    }

    synchronized java.util.Set<String> points() {
        return java.util.Set.copyOf(crashes.keySet());
    }

    synchronized String report() {
        String lines = crashes.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + entry.getValue().entrySet().stream()
                                .map(hit -> hit.getKey() + " " + hit.getValue())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
        return "crash point × state × event: " + combinations() + " combinations\n" + lines + "\nfaults: " + faults;
    }
}
