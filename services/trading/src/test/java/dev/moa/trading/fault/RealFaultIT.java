package dev.moa.trading.fault;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.testkit.TcpProxy;
import dev.moa.testkit.TcpProxy.Line;
import dev.moa.trading.TradingSuite;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers killed, frozen and emptied, and spoilt lines to them, while people order: rows 3, 4, 5 and 7 of the matrix. */
class RealFaultIT {
    private static final Map<String, TcpProxy> LINES = Map.of(
            "PostgreSQL", new TcpProxy(Servers.postgres().port()),
            "Redis", new TcpProxy(Servers.redis().port()),
            "RabbitMQ", new TcpProxy(Servers.rabbit().port()));

    private static final String QUEUE = "moa.trading.candles";
    private static final Duration FAULT_LASTS = Duration.ofMillis(1_200);

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite(settings -> {
            String direct = (String) settings.get("MOA_DB_URL");
            settings.put(
                    "MOA_DB_URL",
                    direct.replaceFirst(":\\d+/", ":" + LINES.get("PostgreSQL").port() + "/"));
            settings.put(
                    "MOA_REDIS_URI", "redis://127.0.0.1:" + LINES.get("Redis").port());
            settings.put("MOA_AMQP_PORT", LINES.get("RabbitMQ").port());
        });
    }

    @AfterAll
    static void stop() {
        suite.close();
        LINES.values().forEach(TcpProxy::close);
    }

    /** A fault that begins and ends; it answers what it hit. */
    private interface Fault {
        String strike() throws Exception;

        void heal() throws Exception;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void whatWasAcceptedIsThereOnceAfterAServerFailed(String name, Server fault, int round) throws Exception {
        hit(name + " " + round, fault);
    }

    static Stream<Arguments> servers() {
        return Arrays.stream(Server.values())
                .flatMap(fault ->
                        rounds(fault.times).mapToObj(round -> Arguments.of(fault + " " + round, fault, round)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltLines")
    void whatWasAcceptedIsThereOnceAfterALineWasSpoilt(String name, String server, Line line) throws Exception {
        TcpProxy proxy = LINES.get(server);
        hit(name, new Fault() {
            @Override
            public String strike() {
                return "connections " + proxy.become(line);
            }

            @Override
            public void heal() {
                proxy.become(Line.GOOD);
            }
        });
    }

    static Stream<Arguments> spoiltLines() {
        return LINES.keySet().stream()
                .sorted()
                .flatMap(server -> Stream.of(Line.SILENT, Line.ONE_WAY, Line.LATE, Line.SLOW, Line.LOSSY, Line.RESET)
                        .flatMap(line -> rounds(1)
                                .mapToObj(round ->
                                        Arguments.of("line to " + server + " " + line + " " + round, server, line))));
    }

    private static IntStream rounds(int inTest) {
        return IntStream.range(0, Scale.of(inTest));
    }

    private static void hit(String name, Fault fault) throws Exception {
        int during;
        int orders;
        String target;
        try (Workload work = Workload.begin(suite)) {
            int before = work.answers();
            target = fault.strike();
            try {
                work.goOn(FAULT_LASTS);
            } finally {
                fault.heal();
            }
            during = work.answers() - before;
            work.awaitMore(8);
            orders = work.end();
        }
        System.out.println(name + ": hit " + target + "; " + during + " answers meanwhile, " + orders + " orders");
    }

    /** What is done to the servers themselves. */
    enum Server implements Fault {
        POSTGRES_STOPPED_AT_ONCE(2) {
            @Override
            public String strike() {
                String pid = "postmaster " + Servers.postgres().pid();
                Servers.postgres().stopImmediately();
                return pid;
            }

            @Override
            public void heal() {
                Servers.postgres().start();
            }
        },
        POSTGRES_KILLED(1) {
            @Override
            public String strike() {
                String pid = "postmaster " + Servers.postgres().pid();
                Servers.postgres().kill();
                return pid;
            }

            @Override
            public void heal() {
                Servers.postgres().start();
            }
        },
        POSTGRES_BACKENDS_ENDED(2) {
            @Override
            public String strike() {
                return "backends " + Faults.cut(suite.database());
            }

            @Override
            public void heal() {
                Faults.letIn(suite.database());
            }
        },
        POSTGRES_FROZEN(2) {
            @Override
            public String strike() {
                Servers.postgres().freeze();
                return "postmaster " + Servers.postgres().pid();
            }

            @Override
            public void heal() {
                Servers.postgres().thaw();
            }
        },
        REDIS_KILLED(2) {
            @Override
            public String strike() {
                String pid = "redis " + Servers.redis().pid();
                Servers.redis().kill();
                return pid;
            }

            @Override
            public void heal() {
                Servers.redis().start();
            }
        },
        REDIS_FLUSHED(2) {
            @Override
            public String strike() {
                Servers.redis().flush();
                return "redis " + Servers.redis().pid();
            }

            @Override
            public void heal() {
                // What was in it comes back by itself: prices with the next one, sessions from auth.
            }
        },
        REDIS_FROZEN(2) {
            @Override
            public String strike() {
                Servers.redis().freeze();
                return "redis " + Servers.redis().pid();
            }

            @Override
            public void heal() {
                Servers.redis().thaw();
            }
        },
        RABBITMQ_KILLED(1) {
            @Override
            public String strike() {
                String pid = "rabbitmq " + Servers.rabbit().pid();
                Servers.rabbit().kill();
                return pid;
            }

            @Override
            public void heal() {
                Servers.rabbit().start();
            }
        },
        RABBITMQ_FROZEN(1) {
            @Override
            public String strike() {
                Servers.rabbit().freeze();
                return "rabbitmq " + Servers.rabbit().pid();
            }

            @Override
            public void heal() {
                Servers.rabbit().thaw();
            }
        },
        RABBITMQ_MEMORY_ALARM(1) {
            @Override
            public String strike() {
                Servers.rabbit().control("set_vm_memory_high_watermark", "absolute", "1MB");
                return "rabbitmq " + Servers.rabbit().pid();
            }

            @Override
            public void heal() {
                Servers.rabbit().control("set_vm_memory_high_watermark", "absolute", "512MB");
            }
        },
        RABBITMQ_DISK_ALARM(1) {
            @Override
            public String strike() {
                Servers.rabbit().control("set_disk_free_limit", "900000GB");
                return "rabbitmq " + Servers.rabbit().pid();
            }

            @Override
            public void heal() {
                Servers.rabbit().control("set_disk_free_limit", "50MB");
            }
        },
        RABBITMQ_QUEUE_DELETED(1) {
            @Override
            public String strike() {
                heal();
                Servers.rabbit().control("-p", host(), "delete_queue", QUEUE);
                return "rabbitmq " + Servers.rabbit().pid();
            }

            @Override
            public void heal() {
                Await.until(
                        "the queue is there with its consumer",
                        () -> Servers.rabbit()
                                .control("-p", host(), "list_queues", "--quiet", "name", "consumers")
                                .lines()
                                .anyMatch(line -> line.matches(QUEUE + "\\s+1")));
            }

            private String host() {
                return (String) suite.environment().get("MOA_AMQP_VHOST");
            }
        },
        RABBITMQ_CONNECTIONS_CLOSED(1) {
            @Override
            public String strike() {
                Servers.rabbit().control("close_all_connections", "fault test");
                return "rabbitmq " + Servers.rabbit().pid();
            }

            @Override
            public void heal() {
                // Nothing stays broken: the service connects again by itself.
            }
        };

        private final int times;

        Server(int times) {
            this.times = times;
        }
    }
}
