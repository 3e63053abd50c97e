package dev.moa.nas;

import static dev.moa.nas.ComposeFile.list;
import static dev.moa.nas.ComposeFile.map;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the file as a whole must be; the constant's name is the rule. */
enum FileRule {
    EXACTLY_ONE_HIGH_PORT_IS_PUBLISHED_ON_LOOPBACK(file -> {
        List<String> ports = file.services().values().stream()
                .flatMap(service -> list(service.get("ports")).stream())
                .toList();
        return ports.equals(List.of("${MOA_HTTP_BIND:-127.0.0.1}:${MOA_HTTP_PORT:-8080}:8080"));
    }),
    LIMITS_ARE_THOSE_OF_THE_ARCHITECTURE(file -> {
        Map<String, Long> limits = new TreeMap<>();
        file.services().forEach((name, service) -> {
            if (!ComposeFile.runsOnce(service)) {
                limits.put(name, ServiceRule.megabytes(service.get("mem_limit")));
            }
        });
        return limits.equals(new TreeMap<>(Map.of(
                "auth",
                288L,
                "trading",
                288L,
                "market-collector",
                288L,
                "backtest",
                416L,
                "notification",
                240L,
                "timescaledb",
                384L,
                "rabbitmq",
                224L,
                "redis",
                64L,
                "nginx",
                32L)));
    }),
    EVERYBODY_MEETS_IN_A_NETWORK_WITHOUT_A_WAY_OUT(file ->
            Boolean.TRUE.equals(map(file.section("networks").get("inner")).get("internal"))),
    ONLY_WHO_MUST_CAN_REACH_THE_WORLD(file -> {
        Set<String> reach = new TreeSet<>();
        file.services().forEach((name, service) -> {
            if (list(service.get("networks")).stream().anyMatch(network -> !network.equals("inner"))) {
                reach.add(name);
            }
        });
        return reach.equals(Set.of("auth", "market-collector", "nginx", "notification", "trading"));
    }),
    SECRETS_ARE_FILES_BESIDE_THE_PROJECT(file -> !file.section("secrets").isEmpty()
            && file.section("secrets").entrySet().stream()
                    .allMatch(secret -> map(secret.getValue()).equals(Map.of("file", "./secrets/" + secret.getKey())))),
    NOBODY_IS_GIVEN_ANOTHERS_DATABASE_PASSWORD(file -> file.services().entrySet().stream()
            .filter(service -> !service.getKey().equals("migrate"))
            .allMatch(service -> list(service.getValue().get("secrets")).stream()
                    .filter(secret -> secret.startsWith("db_"))
                    .allMatch(secret -> service.getKey().startsWith(secret.substring("db_".length()))))),
    RABBITMQ_HAS_A_FIXED_HOST_NAME(
            file -> map(file.services().get("rabbitmq")).get("hostname") instanceof String name && !name.contains("$")),
    POSTGRESQL_HAS_SHARED_MEMORY(file ->
            ServiceRule.megabytes(map(file.services().get("timescaledb")).get("shm_size")) >= 128),
    FIVE_SERVICES_COME_FROM_ONE_IMAGE(file -> file.services().values().stream()
                    .filter(service -> String.valueOf(service.get("image")).startsWith("${MOA_IMAGE"))
                    .map(service -> service.get("image"))
                    .distinct()
                    .count()
            == 1),
    SERVICES_START_AFTER_THE_MIGRATION(file ->
            Set.of("auth", "trading", "market-collector", "backtest", "notification").stream()
                    .allMatch(name -> "service_completed_successfully"
                            .equals(map(map(map(file.services().get(name)).get("depends_on"))
                                            .get("migrate"))
                                    .get("condition")))),
    TOP_LEVEL_IS_OLD_ENOUGH(file -> file.root().keySet().stream()
            .allMatch(key -> key.startsWith("x-")
                    || Set.of("services", "networks", "volumes", "secrets").contains(key)));

    private final Predicate<ComposeFile> rule;

    FileRule(Predicate<ComposeFile> rule) {
        this.rule = rule;
    }

    boolean holds(ComposeFile file) {
        return rule.test(file);
    }
}
