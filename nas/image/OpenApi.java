package dev.moa.warmup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Merges what the five services tell of themselves into the one document of the public interface, and a page of it. */
public final class OpenApi {
    private static final List<String> SERVICES = List.of("auth", "trading", "market-collector", "backtest", "notification");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete", "head", "options");

    /** What is left of a body's part that only said who calls. */
    private static final Map<String, Object> NOTHING = object("type", "object", "properties", new LinkedHashMap<>());

    private final Map<String, Object> paths = new TreeMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();

    private OpenApi() {}

    /** @param args the folder with the libraries, the folder to write openapi.yml and docs.html to, nginx's routes.conf */
    public static void main(String[] args) throws IOException {
        OpenApi merged = new OpenApi();
        try (var jars = Files.newDirectoryStream(Path.of(args[0]), "moa-*.jar")) {
            List<Path> sorted = new ArrayList<>();
            jars.forEach(sorted::add);
            sorted.sort(null);
            for (Path jar : sorted) {
                merged.add(jar);
            }
        }
        merged.compareWith(Path.of(args[2]));
        Map<String, Object> document = merged.document();
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(140);
        Files.writeString(Path.of(args[1], "openapi.yml"), new Yaml(options).dump(document));
        Files.writeString(Path.of(args[1], "docs.html"), merged.page());
    }

    private void add(Path jar) throws IOException {
        String name = jar.getFileName().toString();
        String service = SERVICES.stream().filter(s -> name.startsWith("moa-" + s + "-")).findFirst().orElse(null);
        if (service == null) {
            return;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            for (var entries = file.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().matches("META-INF/swagger/.*\\.ya?ml")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        add(service, map(new Yaml().load(new String(in.readAllBytes(), StandardCharsets.UTF_8))));
                    }
                }
            }
        }
    }

    private void add(String service, Map<String, Object> document) {
        Map<String, Object> own = map(map(document.get("components")).get("schemas"));
        own.remove("Caller");
        own.forEach((name, schema) -> schemas.put(service.split("-")[0] + "_" + name, wire(schema, service)));
        map(document.get("paths")).forEach((path, operations) -> {
            if (path.startsWith("/api/v1/") || path.startsWith("/ws")) {
                Map<String, Object> merged = map(paths.computeIfAbsent(path, p -> new LinkedHashMap<>()));
                map(operations).forEach((method, operation) -> merged.put(method, operation(service, method, path, map(operation))));
            }
        });
    }

    /** Every path must be sent to the service that tells it. */
    private void compareWith(Path routes) throws IOException {
        Map<Pattern, String> table = new LinkedHashMap<>();
        Pattern row = Pattern.compile("\\s*~(\\S+)\\s+([a-z-]+);");
        for (String line : Files.readAllLines(routes)) {
            Matcher matcher = row.matcher(line);
            if (matcher.matches()) {
                table.put(Pattern.compile(matcher.group(1)), matcher.group(2));
            }
        }
        paths.forEach((path, operations) -> {
            String to = table.entrySet().stream().filter(entry -> entry.getKey().matcher(path).find()).map(Map.Entry::getValue).findFirst().orElse("nobody");
            map(operations).values().forEach(operation -> {
                if (!List.of(to).equals(map(operation).get("tags"))) {
                    System.err.println("moa: nginx/routes.conf sends " + path + " to " + to + ", but " + map(operation).get("tags") + " answers it");
                    if (Boolean.getBoolean("moa.strict")) {
                        System.exit(1);
                    }
                }
            });
        });
    }

    private Object operation(String service, String method, String path, Map<String, Object> operation) {
        if (!METHODS.contains(method)) {
            return operation;
        }
        operation.put("operationId", (method + path.replaceFirst("^/api/v1", "")).replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", ""));
        operation.put("tags", List.of(service));
        if (operation.get("parameters") instanceof List<?> parameters) {
            // Who is calling comes with the token, never as a parameter.
            operation.put("parameters", parameters.stream().filter(p -> !"caller".equals(map(p).get("name"))).toList());
        }
        Map<String, Object> told = map(wire(operation, service));
        Map<String, Object> responses = map(told.computeIfAbsent("responses", r -> new LinkedHashMap<>()));
        // "list_1 200 response" numbers methods in the order the compiler met them, which is not the same everywhere.
        responses.forEach((status, response) -> map(response)
                .computeIfPresent("description", (d, text) -> text.toString().replaceFirst("^\\w+ \\d+ response$", "The answer")));
        responses.put("default", object("description", "A refusal", "content",
                        object("application/problem+json", object("schema", object("$ref", "#/components/schemas/Problem")))));
        return told;
    }

    /** Java names become those of the wire, decimals strings, and references carry their service. */
    private Object wire(Object node, String service) {
        if (node instanceof List<?> list) {
            return list.stream().map(item -> wire(item, service)).filter(item -> !NOTHING.equals(item)).toList();
        }
        if (!(node instanceof Map<?, ?>)) {
            return node;
        }
        Map<String, Object> out = new LinkedHashMap<>();
        map(node).forEach((key, value) -> {
            if (key.equals("$ref") && value instanceof String to) {
                out.put(key, to.replace("#/components/schemas/", "#/components/schemas/" + service.split("-")[0] + "_"));
            } else if (key.equals("properties")) {
                Map<String, Object> named = new LinkedHashMap<>();
                map(value).forEach((name, schema) -> named.put(snake(name), wire(schema, service)));
                named.remove("caller");
                out.put(key, named);
            } else if (key.equals("required") && value instanceof List<?> names) {
                List<String> needed = names.stream().map(name -> snake(name.toString())).filter(name -> !name.equals("caller")).toList();
                if (!needed.isEmpty()) {
                    out.put(key, needed);
                }
            } else {
                out.put(key, wire(value, service));
            }
        });
        if ("number".equals(out.get("type")) && !out.containsKey("format")) {
            out.put("type", "string");
            out.put("format", "decimal");
        }
        return out;
    }

    private Map<String, Object> document() {
        schemas.put("Problem", object("type", "object", "required", List.of("type", "title", "status", "code"), "properties",
                object("type", object("type", "string"), "title", object("type", "string"), "status", object("type", "integer"), "detail", object("type", "string"),
                        "instance", object("type", "string"), "code", object("type", "string"),
                        "errors", object("type", "array", "items", object("type", "object")))));
        return object("openapi", "3.0.1", "info", object("title", "Moa", "version", "1"), "security", List.of(object("token", List.of())),
                "paths", paths, "components", object("schemas", schemas, "securitySchemes",
                        object("token", object("type", "http", "scheme", "bearer", "bearerFormat", "JWT"))));
    }

    private String page() {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<title>Moa: the interface</title><style>body{font:16px system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
                + "code{font-weight:600}li{margin:.3rem 0}b{display:inline-block;min-width:4.5rem}</style><h1>Moa: the interface</h1>"
                + "<p>The whole of it, with every field: <a href=\"/api/v1/openapi.yml\">openapi.yml</a>.</p>");
        for (String service : SERVICES) {
            html.append("<h2>").append(service).append("</h2><ul>");
            paths.forEach((path, operations) -> map(operations).forEach((method, operation) -> {
                if (METHODS.contains(method) && List.of(service).equals(map(operation).get("tags"))) {
                    Object summary = map(operation).getOrDefault("summary", "");
                    html.append("<li><b>").append(method.toUpperCase(java.util.Locale.ROOT)).append("</b> <code>").append(escape(path))
                            .append("</code> ").append(escape(summary.toString())).append("</li>");
                }
            }));
            html.append("</ul>");
        }
        return html.append("</html>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node == null ? new LinkedHashMap<>() : (Map<String, Object>) node;
    }
}
