package dev.moa.nas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Each rule is shown to fail: our own file with one bad change breaks it. */
class ComposeRulesTest {

    /** @param path service or section, then keys, by dots; the value is YAML, "-" takes the key away */
    record BadChange(Enum<?> rule, String path, String value) {
        ComposeFile made() {
            Map<String, Object> root = new TreeMap<>(ComposeFile.ours().root());
            String[] keys = path.split("\\.");
            Map<String, Object> at = root;
            for (int i = 0; i < keys.length - 1; i++) {
                Map<String, Object> copy = ComposeFile.map(at.get(keys[i]));
                at.put(keys[i], copy);
                at = copy;
            }
            if (value.equals("-")) {
                at.remove(keys[keys.length - 1]);
            } else {
                at.put(keys[keys.length - 1], new Yaml().load(value));
            }
            return new ComposeFile(root);
        }

        String service() {
            return path.split("\\.")[1];
        }
    }

    static Stream<BadChange> changesOfAService() {
        return Stream.of(
                new BadChange(ServiceRule.NO_CPU_LIMIT_WHICH_A_SYNOLOGY_KERNEL_REFUSES, "services.auth.cpus", "0.5"),
                new BadChange(
                        ServiceRule.NO_CPU_LIMIT_WHICH_A_SYNOLOGY_KERNEL_REFUSES, "services.auth.cpu_quota", "5000"),
                new BadChange(
                        ServiceRule.NO_CPU_LIMIT_WHICH_A_SYNOLOGY_KERNEL_REFUSES,
                        "services.auth.deploy",
                        "{resources: {limits: {cpus: '1'}}}"),
                new BadChange(
                        ServiceRule.NO_PIDS_LIMIT_WHICH_THE_KERNEL_CANNOT_ENFORCE, "services.redis.pids_limit", "100"),
                new BadChange(
                        ServiceRule.NO_IO_LIMIT_WHICH_THE_KERNEL_LACKS, "services.redis.blkio_config", "{weight: 300}"),
                new BadChange(ServiceRule.MEMORY_IS_LIMITED, "services.trading.mem_limit", "-"),
                new BadChange(ServiceRule.NOTHING_SWAPS, "services.trading.memswap_limit", "1024m"),
                new BadChange(
                        ServiceRule.HEALTH_IS_CHECKED_WITH_TIME_TO_START,
                        "services.nginx.healthcheck",
                        "{disable: true}"),
                new BadChange(
                        ServiceRule.HEALTH_IS_CHECKED_WITH_TIME_TO_START,
                        "services.nginx.healthcheck.start_period",
                        "30s"),
                new BadChange(ServiceRule.RESTARTS_UNLESS_STOPPED, "services.rabbitmq.restart", "always"),
                new BadChange(ServiceRule.HAS_TIME_TO_STOP, "services.timescaledb.stop_grace_period", "-"),
                new BadChange(ServiceRule.LOGS_ARE_LIMITED, "services.backtest.logging.options.max-size", "-"),
                new BadChange(ServiceRule.LOGS_ARE_LIMITED, "services.backtest.logging.driver", "db"),
                new BadChange(ServiceRule.RUNS_WITHOUT_ROOT, "services.migrate.user", "\"0:0\""),
                new BadChange(ServiceRule.RUNS_WITHOUT_ROOT, "services.migrate.user", "-"),
                new BadChange(ServiceRule.ROOT_IS_READ_ONLY, "services.auth.read_only", "false"),
                new BadChange(ServiceRule.SCRATCH_IS_LIMITED_MEMORY, "services.auth.tmpfs", "[/tmp]"),
                new BadChange(ServiceRule.ALL_CAPABILITIES_ARE_DROPPED, "services.redis.cap_drop", "-"),
                new BadChange(ServiceRule.ALL_CAPABILITIES_ARE_DROPPED, "services.redis.cap_add", "[NET_ADMIN]"),
                new BadChange(
                        ServiceRule.NO_NEW_PRIVILEGES_AND_NO_PROFILE_THE_KERNEL_LACKS,
                        "services.auth.security_opt",
                        "['seccomp=own.json']"),
                new BadChange(ServiceRule.NO_NAMESPACE_OF_THE_HOST, "services.auth.privileged", "true"),
                new BadChange(ServiceRule.NO_NAMESPACE_OF_THE_HOST, "services.nginx.network_mode", "host"),
                new BadChange(ServiceRule.NO_NAMESPACE_OF_THE_HOST, "services.auth.userns_mode", "host"),
                new BadChange(
                        ServiceRule.NO_DOCKER_SOCKET_AND_NO_FOLDER_OUTSIDE_THE_PROJECT,
                        "services.auth.volumes",
                        "['/var/run/docker.sock:/var/run/docker.sock']"),
                new BadChange(
                        ServiceRule.NO_DOCKER_SOCKET_AND_NO_FOLDER_OUTSIDE_THE_PROJECT,
                        "services.auth.volumes",
                        "['/volume1/docker/moa:/data']"),
                new BadChange(ServiceRule.IMAGE_IS_PINNED, "services.redis.image", "redis:latest"),
                new BadChange(ServiceRule.IMAGE_IS_PINNED, "services.redis.image", "redis:7-alpine"),
                new BadChange(ServiceRule.IMAGE_IS_PINNED, "services.auth.build", "."),
                new BadChange(
                        ServiceRule.SECRETS_COME_FROM_FILES, "services.auth.environment.MOA_DB_PASSWORD", "hunter2"),
                new BadChange(
                        ServiceRule.SECRETS_COME_FROM_FILES,
                        "services.notification.environment.MOA_TELEGRAM_BOT_TOKEN",
                        "1:a"),
                new BadChange(
                        ServiceRule.ENVIRONMENT_IS_IN_THIS_FILE,
                        "services.auth.env_file",
                        "[{path: a.env, required: false}]"),
                new BadChange(ServiceRule.OPEN_FILES_ARE_LIMITED, "services.rabbitmq.ulimits.nofile.hard", "1048576"),
                new BadChange(ServiceRule.NETWORKS_ARE_NAMED, "services.backtest.networks", "-"),
                new BadChange(ServiceRule.NO_SYNTAX_YOUNGER_THAN_COMPOSE_2_20, "services.auth.develop", "{watch: []}"),
                new BadChange(
                        ServiceRule.NO_SYNTAX_YOUNGER_THAN_COMPOSE_2_20,
                        "services.auth.healthcheck.start_interval",
                        "1s"));
    }

    static Stream<BadChange> changesOfTheFile() {
        return Stream.of(
                new BadChange(
                        FileRule.EXACTLY_ONE_HIGH_PORT_IS_PUBLISHED_ON_LOOPBACK,
                        "services.timescaledb.ports",
                        "['127.0.0.1:15432:5432']"),
                new BadChange(
                        FileRule.EXACTLY_ONE_HIGH_PORT_IS_PUBLISHED_ON_LOOPBACK, "services.nginx.ports", "['80:8080']"),
                new BadChange(
                        FileRule.EXACTLY_ONE_HIGH_PORT_IS_PUBLISHED_ON_LOOPBACK,
                        "services.nginx.ports",
                        "['0.0.0.0:8080:8080']"),
                new BadChange(FileRule.EXACTLY_ONE_HIGH_PORT_IS_PUBLISHED_ON_LOOPBACK, "services.nginx.ports", "-"),
                new BadChange(FileRule.LIMITS_ARE_THOSE_OF_THE_ARCHITECTURE, "services.auth.mem_limit", "512m"),
                new BadChange(FileRule.EVERYBODY_MEETS_IN_A_NETWORK_WITHOUT_A_WAY_OUT, "networks.inner", "{}"),
                new BadChange(
                        FileRule.ONLY_WHO_MUST_CAN_REACH_THE_WORLD,
                        "services.timescaledb.networks",
                        "[inner, outgoing]"),
                new BadChange(FileRule.SECRETS_ARE_FILES_BESIDE_THE_PROJECT, "secrets.redis", "{environment: REDIS}"),
                new BadChange(
                        FileRule.NOBODY_IS_GIVEN_ANOTHERS_DATABASE_PASSWORD,
                        "services.notification.secrets",
                        "[db_trading]"),
                new BadChange(FileRule.RABBITMQ_HAS_A_FIXED_HOST_NAME, "services.rabbitmq.hostname", "-"),
                new BadChange(FileRule.POSTGRESQL_HAS_SHARED_MEMORY, "services.timescaledb.shm_size", "-"),
                new BadChange(
                        FileRule.FIVE_SERVICES_COME_FROM_ONE_IMAGE,
                        "services.auth.image",
                        "${MOA_IMAGE:-moa-auth:0.1.0}"),
                new BadChange(
                        FileRule.SERVICES_START_AFTER_THE_MIGRATION,
                        "services.trading.depends_on",
                        "{migrate: {condition: service_started}}"),
                new BadChange(FileRule.TOP_LEVEL_IS_OLD_ENOUGH, "include", "[other.yml]"));
    }

    @ParameterizedTest
    @MethodSource("changesOfAService")
    void badServiceIsFound(BadChange change) {
        ServiceRule rule = (ServiceRule) change.rule();
        assertFalse(rule.holds(change.made().services().get(change.service())));
    }

    @ParameterizedTest
    @MethodSource("changesOfTheFile")
    void badFileIsFound(BadChange change) {
        assertFalse(((FileRule) change.rule()).holds(change.made()));
    }

    @Test
    void everyRuleIsShownToFail() {
        assertEquals(EnumSet.allOf(ServiceRule.class), rulesOf(changesOfAService()));
        assertEquals(EnumSet.allOf(FileRule.class), rulesOf(changesOfTheFile()));
    }

    private static Set<Enum<?>> rulesOf(Stream<BadChange> changes) {
        return changes.map(BadChange::rule).collect(Collectors.toSet());
    }
}
