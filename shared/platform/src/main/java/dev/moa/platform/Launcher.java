package dev.moa.platform;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How every service starts: only its own beans, its own {@code application-<service>.yml}, one sentence when it cannot. */
public final class Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    private Launcher() {}

    /**
     * Starts the service and returns when it answers. When it cannot start, the process prints {@code moa <service>:
     * <sentence>} and ends with 1.
     *
     * @param service auth, trading, market, backtest or notification: the environment that switches its beans on
     * @param app its main class
     * @param args properties such as {@code -micronaut.server.port=0}
     */
    public static ApplicationContext run(String service, Class<?> app, String... args) {
        return new Start(service)
                .args(args)
                .mainClass(app)
                .classes(app)
                .banner(false)
                .deduceEnvironment(false)
                .environments(service)
                .properties(Map.of("moa.service", service))
                .start();
    }

    private static final class Start extends Micronaut {

        private final String service;

        Start(String service) {
            this.service = service;
        }

        @Override
        public Start args(String... args) {
            super.args(args);
            return this;
        }

        @Override
        protected void handleStartupException(Environment environment, Throwable failure) {
            StartFailure start = StartFailure.of(failure);
            if (!start.isPlain()) {
                LOG.error("cannot start", failure);
            }
            System.err.println("moa " + service + ": " + start.sentence());
            System.exit(1);
        }
    }
}
