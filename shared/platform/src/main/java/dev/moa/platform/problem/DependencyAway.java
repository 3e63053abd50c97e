package dev.moa.platform.problem;

import java.time.Duration;

/**
 * 503 {@code dependency_away}: a server or service we need does not answer, so nothing was done. The caller may repeat
 * the call. The cause is for the log only.
 */
public final class DependencyAway extends Problem {

    private final String dependency;

    /** @param dependency a word for people: {@code database}, {@code redis}, {@code auth} */
    public DependencyAway(String dependency) {
        this(dependency, null);
    }

    /** As the other, with what the log should show. */
    public DependencyAway(String dependency, Throwable cause) {
        super(503, "dependency_away", "A part of the system does not answer right now: " + dependency + ".", cause);
        this.dependency = dependency;
        with("dependency", dependency);
        retryAfter(Duration.ofSeconds(2));
    }

    public String dependency() {
        return dependency;
    }
}
