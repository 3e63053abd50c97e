package dev.moa.broker;

import dev.moa.broker.http.VenueJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Recorded payloads that nobody of this project wrote; each file names its source and licence. */
public final class Payloads {
    private final Map<String, Object> cases;

    public Payloads(String resource) {
        try (InputStream in = Payloads.class.getResourceAsStream("/" + resource)) {
            cases = VenueJson.object(VenueJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Object value(String name) {
        return cases.get(name);
    }

    /** As text again; numbers as strings, which every reader of ours takes alike. */
    public String text(String name) {
        return write(cases.get(name));
    }

    private static String write(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\":" + write(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(Payloads::write).collect(Collectors.joining(",", "[", "]"));
            case Boolean flag -> flag.toString();
            default -> "\"" + value + "\"";
        };
    }
}
