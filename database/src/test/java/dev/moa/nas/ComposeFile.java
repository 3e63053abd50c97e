package dev.moa.nas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** A compose file as nested maps, with anchors and merges resolved and nothing interpolated. */
record ComposeFile(Map<String, Object> root) {
    static ComposeFile ours() {
        try {
            return parse(Files.readString(Path.of("../docker-compose.nas.yml")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static ComposeFile parse(String yaml) {
        return new ComposeFile(map(new Yaml().load(yaml)));
    }

    Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        section("services").forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    Map<String, Object> section(String name) {
        return map(root.get(name));
    }

    static Map<String, Object> map(Object value) {
        Map<String, Object> copy = new TreeMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, content) -> copy.put(String.valueOf(key), content));
        }
        return copy;
    }

    /** A list of texts; a single value is a list of one, nothing is an empty one. */
    static List<String> list(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> given) {
            given.forEach(entry -> texts.add(String.valueOf(entry)));
        } else if (value != null) {
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    static boolean runsOnce(Map<String, Object> service) {
        return "no".equals(service.get("restart"));
    }
}
