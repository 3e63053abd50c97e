package dev.moa.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Golden files: the wire form of a message as it was agreed, committed once and never edited. */
public final class GoldenJson {
    private GoldenJson() {}

    /** The file {@code golden/<name>.v<version>.json} of the class path. */
    public static String read(String name, int version) {
        String file = "/golden/" + name + ".v" + version + ".json";
        try (InputStream stream = GoldenJson.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new AssertionError("no golden file " + file + ": add it once, with the agreed content");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
