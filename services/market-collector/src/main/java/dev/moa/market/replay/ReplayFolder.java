package dev.moa.market.replay;

import dev.moa.platform.problem.Problem;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The one folder replay files are read from. What lies outside of it, also by a link or by dots, does not exist. */
@Singleton
class ReplayFolder {
    private final Path folder;

    ReplayFolder(@Value("${moa.market.replay-dir:}") String folder, @Value("${moa.market.home:.moa}") String home) {
        this.folder = folder.isBlank() ? Path.of(home, "replay") : Path.of(folder);
    }

    /** The file of that name, absolute or relative to the folder. Throws 400 {@code bad_path}. */
    Path file(String name) {
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(name).toRealPath();
            if (file.startsWith(root) && Files.isRegularFile(file)) {
                return file;
            }
        } catch (IOException | InvalidPathException e) {
            throw badPath(e);
        }
        throw badPath(null);
    }

    private static Problem badPath(Exception cause) {
        Problem problem = Problem.badRequest("bad_path", "There is no such file in the replay folder.");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }
}
