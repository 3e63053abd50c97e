package dev.moa.peers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Moa's order book and exchange-core's on W3, mixes A and M, in one run, turn by turn. Each figure is the median of the rounds after
 * warming up; times of single operations include reading the clock twice. The books must agree on every trade.
 */
public final class BookRace {
    private static final int WARM_UP = 3;

    private record Result(double perSecond, long p50, long p99, long worst, double bytes, long trades, long volume) {}

    private static final List<Supplier<Contestant>> CONTESTANTS = List.of(MoaBook::new, ExchangeCoreBook::new);

    private BookRace() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 3;
        System.out.printf(
                Locale.ROOT,
                "%s, Java %s, %d rounds of %,d operations after %d to warm up%n",
                machine(),
                Runtime.version(),
                rounds,
                Work.OPERATIONS,
                WARM_UP);
        race("A", Work.a(seed), rounds);
        race("M", Work.m(seed), rounds);
    }

    static String machine() throws IOException {
        Path facts = Path.of("/proc/cpuinfo");
        String model = Files.isReadable(facts)
                ? Files.readAllLines(facts).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("processor")
                : "processor";
        return Runtime.getRuntime().availableProcessors() + " × " + model;
    }

    private static void race(String mix, Work work, int rounds) {
        Result[][] results = new Result[CONTESTANTS.size()][rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int who = 0; who < results.length; who++) {
                Result result =
                        run(CONTESTANTS.get(who).get(), CONTESTANTS.get(who).get(), work);
                if (round >= 0) {
                    results[who][round] = result;
                }
            }
        }
        Result ours = results[0][0];
        Result theirs = results[1][0];
        if (ours.trades() != theirs.trades() || ours.volume() != theirs.volume()) {
            throw new IllegalStateException("mix " + mix + ": the books disagree, " + ours + " and " + theirs);
        }
        for (int who = 0; who < results.length; who++) {
            Result median = median(results[who]);
            System.out.printf(
                    Locale.ROOT,
                    "mix %s  %-14s %6.2f M/s  p50 %4d ns  p99 %4d ns  worst %,9d ns  %.3f bytes/op%n",
                    mix,
                    CONTESTANTS.get(who).get().name(),
                    median.perSecond() / 1e6,
                    median.p50(),
                    median.p99(),
                    median.worst(),
                    median.bytes());
        }
        double ratio = median(results[0]).perSecond() / median(results[1]).perSecond();
        System.out.printf(
                Locale.ROOT,
                "mix %s  ratio %.2f  (%,d trades of %,d lots in both)%n",
                mix,
                ratio,
                ours.trades(),
                ours.volume());
    }

    /** Each figure by itself: the round with the median throughput need not have the median p99. */
    private static Result median(Result[] rounds) {
        return new Result(
                Arrays.stream(rounds).mapToDouble(Result::perSecond).sorted().toArray()[rounds.length / 2],
                middle(Arrays.stream(rounds).mapToLong(Result::p50).toArray()),
                middle(Arrays.stream(rounds).mapToLong(Result::p99).toArray()),
                middle(Arrays.stream(rounds).mapToLong(Result::worst).toArray()),
                Arrays.stream(rounds).mapToDouble(Result::bytes).sorted().toArray()[rounds.length / 2],
                rounds[0].trades(),
                rounds[0].volume());
    }

    private static long middle(long[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }

    private static Result run(Contestant untimed, Contestant timed, Work work) {
        play(untimed, work, 0, work.filled);
        int settled = work.filled + Work.OPERATIONS / 4;
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long begun = System.nanoTime();
        play(untimed, work, work.filled, settled);
        long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
        play(untimed, work, settled, work.count);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double bytes = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
        long[] times = clocked(timed, work);
        Arrays.sort(times);
        return new Result(
                Work.OPERATIONS / seconds,
                times[times.length / 2],
                times[(int) (times.length * 0.99)],
                times[times.length - 1],
                bytes / (work.count - settled),
                untimed.trades(),
                untimed.volume());
    }

    private static void play(Contestant book, Work work, int from, int to) {
        for (int i = from; i < to; i++) {
            step(book, work, i);
        }
    }

    private static void step(Contestant book, Work work, int i) {
        switch (work.kinds[i]) {
            case Work.PLACE -> book.place(work.ids[i], work.buys[i], work.prices[i], work.lots[i]);
            case Work.CANCEL -> book.cancel(work.ids[i]);
            default -> book.move(work.ids[i], work.buys[i], work.prices[i]);
        }
    }

    private static long[] clocked(Contestant book, Work work) {
        long[] times = new long[Work.OPERATIONS];
        play(book, work, 0, work.filled);
        for (int i = work.filled; i < work.count; i++) {
            long begun = System.nanoTime();
            step(book, work, i);
            times[i - work.filled] = System.nanoTime() - begun;
        }
        return times;
    }
}
