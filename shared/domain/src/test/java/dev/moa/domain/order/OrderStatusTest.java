package dev.moa.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.Samples;
import dev.moa.domain.value.OrderId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every cell of the documented transition table, each with nothing, something and everything filled. */
class OrderStatusTest {
    /**
     * As documented. {@code -} is an error, {@code =} stays, {@code Q} goes by quantity, {@code Q!} the same with an alarm, {@code F=} is FILLED when
     * complete and else stays, {@code F=!} the same with an alarm. Amended, Triggered and Trailed change terms, never the status.
     */
    private static final String TABLE = """
        From             | Submitted | Accepted | Filled | CancelRequested | Cancelled | CancelRefused | Rejected | Expired | Unconfirmed | Amended | Triggered | Trailed | Deferred
        PENDING_NEW      | SUBMITTED | -        | -      | CANCELLED       | -         | -             | REJECTED | -       | -           | =       | =          | = | =
        SUBMITTED        | -         | ACCEPTED | Q      | PENDING_CANCEL  | CANCELLED | -             | REJECTED | EXPIRED | UNKNOWN     | =       | =          | = | PENDING_NEW
        ACCEPTED         | -         | =        | Q      | PENDING_CANCEL  | CANCELLED | -             | REJECTED | EXPIRED | UNKNOWN     | =       | =          | = | -
        PARTIALLY_FILLED | -         | =        | Q      | PENDING_CANCEL  | CANCELLED | -             | -        | EXPIRED | UNKNOWN     | =       | =          | = | -
        PENDING_CANCEL   | -         | =        | F=     | =               | CANCELLED | Q             | REJECTED | EXPIRED | UNKNOWN     | =       | =          | = | CANCELLED
        UNKNOWN          | -         | Q        | Q      | PENDING_CANCEL  | CANCELLED | Q             | REJECTED | EXPIRED | =           | =       | =          | = | REJECTED
        CANCELLED        | -         | =        | F=!    | -               | =         | =             | =        | =       | -           | -       | -          | - | =
        EXPIRED          | -         | =        | F=!    | -               | =         | =             | =        | =       | -           | -       | -          | - | =
        REJECTED         | -         | Q!       | Q!     | -               | CANCELLED | -             | =        | EXPIRED | -           | -       | -          | - | =
        FILLED           | -         | =        | F=!    | -               | =         | =             | -        | -       | -           | -       | -          | - | -
        """;

    record Cell(OrderStatus from, OrderEvent event, Progress progress, String wanted) {
        OrderStatus.Step expected() {
            boolean alarm = wanted.endsWith("!");
            return switch (wanted.replace("!", "")) {
                case "-" -> new OrderStatus.Step(from, true, true);
                case "=" -> new OrderStatus.Step(from, false, false);
                case "Q" -> new OrderStatus.Step(byQuantity(), false, alarm);
                case "F=" -> new OrderStatus.Step(progress == Progress.ALL ? OrderStatus.FILLED : from, false, alarm);
                default -> new OrderStatus.Step(OrderStatus.valueOf(wanted), false, false);
            };
        }

        private OrderStatus byQuantity() {
            return switch (progress) {
                case NOTHING -> OrderStatus.ACCEPTED;
                case SOME -> OrderStatus.PARTIALLY_FILLED;
                case ALL -> OrderStatus.FILLED;
            };
        }

        @Override
        public String toString() {
            return from + " + " + event.getClass().getSimpleName() + " with " + progress + " filled is " + wanted;
        }
    }

    static Stream<Cell> cells() {
        List<String[]> rows = TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
                .toList();
        List<Cell> cells = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.length; column++) {
                for (Progress progress : Progress.values()) {
                    cells.add(new Cell(
                            OrderStatus.valueOf(row[0]), event(rows.getFirst()[column]), progress, row[column]));
                }
            }
        }
        return cells.stream();
    }

    private static OrderEvent event(String name) {
        OrderId id = new OrderId(new UUID(1, 1));
        return switch (name) {
            case "Submitted" -> new OrderEvent.Submitted(id, Samples.T0, "");
            case "Accepted" -> new OrderEvent.Accepted(id, null, Samples.T0, "");
            case "Filled" -> new OrderEvent.Filled(id, Samples.fill("f", "1", "1", "0"), Samples.T0, "");
            case "CancelRequested" -> new OrderEvent.CancelRequested(id, Samples.T0, "");
            case "Cancelled" -> new OrderEvent.Cancelled(id, Samples.T0, "");
            case "CancelRefused" -> new OrderEvent.CancelRefused(id, Samples.T0, "");
            case "Rejected" -> new OrderEvent.Rejected(id, Samples.T0, "");
            case "Deferred" -> new OrderEvent.Deferred(id, "", Samples.T0, Samples.T0, "");
            case "Expired" -> new OrderEvent.Expired(id, Samples.T0, "");
            case "Unconfirmed" -> new OrderEvent.Unconfirmed(id, Samples.T0, "");
            case "Amended" -> new OrderEvent.Amended(id, Amendment.price(Samples.price("1")), Samples.T0, "");
            case "Triggered" -> new OrderEvent.Triggered(id, Samples.T0, "");
            case "Trailed" -> new OrderEvent.Trailed(id, Samples.price("1"), Samples.T0, "");
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyCellIsAsDocumented(Cell cell) {
        assertEquals(cell.expected(), cell.from().next(cell.event(), cell.progress()));
    }

    @Test
    void theTableHasEveryStatusAndEveryEvent() {
        Set<String> statuses = new TreeSet<>();
        Set<String> events = new TreeSet<>();
        cells().forEach(cell -> {
            statuses.add(cell.from().name());
            events.add(cell.event().getClass().getName());
        });
        assertEquals(OrderStatus.values().length, statuses.size());
        assertEquals(OrderEvent.class.getPermittedSubclasses().length, events.size());
    }

    @Test
    void everyErrorIsAlarmed() {
        assertTrue(cells().map(Cell::expected).filter(OrderStatus.Step::isError).allMatch(OrderStatus.Step::isAlarm));
    }
}
