package dev.moa.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Recorded real market data, which may stand beside a checkout as {@code ../shared/data} or where MOA_DATA points. */
public final class RecordedData {
    private RecordedData() {}

    /** The file, for example {@code us/GOOG.csv}, or empty: then the test skips itself and says so. */
    public static Optional<Path> file(String name) {
        String configured = System.getenv("MOA_DATA");
        if (configured != null) {
            return existing(Path.of(configured, name));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("docker-compose.nas.yml"))) {
            folder = folder.getParent();
        }
        return folder == null
                ? Optional.empty()
                : existing(folder.resolve("../shared/data").resolve(name));
    }

    private static Optional<Path> existing(Path path) {
        return Optional.of(path.normalize()).filter(Files::exists);
    }
}
