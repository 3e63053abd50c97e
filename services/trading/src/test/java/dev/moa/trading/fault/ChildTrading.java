package dev.moa.trading.fault;

import dev.moa.platform.crash.CrashPoint;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A trading process of its own, for tests that end it with SIGKILL: it stands still at the crash point it was told and
 * says so, and is killed by whoever started it.
 */
final class ChildTrading {
    static final String READY = "ready at port ";
    static final String REACHED = "stands at ";

    private ChildTrading() {}

    public static void main(String[] arguments) {
        String point = arguments[0];
        Map<String, Object> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> !name.startsWith("MOA_"));
        EmbeddedServer server = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("trading")
                .properties(Map.of("moa.service", "trading"))
                .propertySources(PropertySource.of(
                        "process", environment, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .run(EmbeddedServer.class);
        CrashPoint.arm(name -> stand(name, point));
        System.out.println(READY + server.getPort());
    }

    private static synchronized void stand(String name, String point) {
        if (name.equals(point)) {
            System.out.println(REACHED + name);
            while (true) {
                LockSupport.park();
            }
        }
    }
}
