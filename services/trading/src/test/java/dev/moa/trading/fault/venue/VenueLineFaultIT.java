package dev.moa.trading.fault.venue;

import dev.moa.testkit.Await;
import dev.moa.testkit.TcpProxy;
import dev.moa.testkit.TcpProxy.Line;
import dev.moa.testkit.exchange.StubExchange.Ids;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bad line to the venue while people of every venue class order: row 7 of the matrix. */
class VenueLineFaultIT {
    /** Longer than a request waits for its answer. */
    private static final Duration LASTS = Duration.ofMillis(1_300);

    private static TcpProxy line;
    private static VenueBench bench;

    @BeforeAll
    static void start() {
        bench = new VenueBench(url -> {
            line = new TcpProxy(URI.create(url).getPort());
            return "http://127.0.0.1:" + line.port();
        });
    }

    @AfterAll
    static void stop() {
        bench.close();
        line.close();
    }

    private record Asked(Desk desk, String key, Kind kind) {}

    @ParameterizedTest
    @EnumSource(value = Line.class, mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void whatWasTakenIsAtTheVenueOnceOrKnownNotToBe(Line bad) {
        List<Asked> asked = Stream.of(Ids.values())
                .map(ids -> new Desk(bench, ids))
                .flatMap(desk -> Stream.of(Kind.values())
                        .map(kind -> new Asked(desk, UUID.randomUUID().toString(), kind)))
                .toList();
        List<Asked> taken = new ArrayList<>();
        String hit = line.become(bad);
        try {
            for (Asked one : asked) {
                if (one.desk().ask(one.key(), one.kind()).status() == 202) {
                    taken.add(one);
                }
            }
            long end = System.nanoTime() + LASTS.toNanos();
            Await.until("the fault has lasted", () -> System.nanoTime() >= end);
        } finally {
            line.become(Line.GOOD);
        }
        System.out.println(
                "line to the venue " + bad + ": hit connections " + hit + "; " + taken.size() + " orders taken");
        line.breakAll();
        taken.forEach(one -> one.desk().outcome(one.desk().placed(one.key(), one.kind())));
        asked.stream().map(Asked::desk).distinct().forEach(Desk::agree);
    }
}
