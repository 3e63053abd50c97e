package dev.moa.nas;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docker-compose.nas.yml runs within what a stock Synology can do; see nas/README.md for the why of each rule. */
class ComposeFileTest {
    private static final ComposeFile FILE = ComposeFile.ours();

    static Stream<Arguments> everyRuleOfEveryService() {
        return FILE.services().keySet().stream()
                .flatMap(name -> Arrays.stream(ServiceRule.values()).map(rule -> arguments(name, rule)));
    }

    @ParameterizedTest
    @MethodSource("everyRuleOfEveryService")
    void serviceKeepsTheRule(String name, ServiceRule rule) {
        assertTrue(rule.holds(FILE.services().get(name)), name + " breaks " + rule);
    }

    @ParameterizedTest
    @EnumSource(FileRule.class)
    void fileKeepsTheRule(FileRule rule) {
        assertTrue(rule.holds(FILE), () -> "docker-compose.nas.yml breaks " + rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!reset",
                "!override",
                "include:",
                "develop:",
                "models:",
                "post_start",
                "start_interval",
                ":latest",
                "docker.sock"
            })
    void textHoldsNothingThatANasRefuses(String forbidden) throws IOException {
        assertTrue(!Files.readString(Path.of("../docker-compose.nas.yml")).contains(forbidden), forbidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vm_memory_high_watermark.absolute = 160MB",
                "raft.wal_max_size_bytes = 64000000",
                "disk_free_limit.absolute = 200MB"
            })
    void rabbitMqMeasuresItsContainerAndNotTheNas(String line) throws IOException {
        assertTrue(
                Files.readAllLines(Path.of("../nas/servers/rabbitmq.conf.template"))
                        .contains(line),
                line);
    }

    @Test
    void rabbitMqWritesItsLogsWhereAReadOnlyRootLetsIt() throws IOException {
        String start = Files.readString(Path.of("../nas/image/start/rabbitmq"));
        assertTrue(start.contains("RABBITMQ_LOG_BASE=/tmp/") && start.contains("ERL_CRASH_DUMP_SECONDS=0"));
    }

    @Test
    void startUpCacheOfAnotherRuntimeStaysOut() throws IOException {
        assertTrue(Files.readAllLines(Path.of("../.dockerignore")).contains("target/suite/moa.aot"));
        assertTrue(Files.readString(Path.of("../nas/image/Dockerfile")).contains("COPY target/suite/image/moa.aot* "));
    }

    @Test
    void namesOfTheInnerNetworkAreLookedUpAgain() throws IOException {
        assertTrue(Files.readString(Path.of("../nginx/upstreams.nas.conf")).contains("resolver 127.0.0.11"));
    }

    @Test
    void imageIsPinnedAndRunsWithoutRoot() throws IOException {
        String dockerfile = Files.readString(Path.of("../nas/image/Dockerfile"));
        assertTrue(dockerfile.contains("\nARG BASE=eclipse-temurin:25.") && dockerfile.contains("\nFROM ${BASE}\n"));
        assertTrue(
                dockerfile.contains("\nARG MOA_UID=10001\n") && dockerfile.contains("\nUSER ${MOA_UID}:${MOA_UID}\n"));
        assertTrue(FILE.services().values().stream()
                .filter(service -> String.valueOf(service.get("image")).contains("MOA_IMAGE"))
                .allMatch(service -> "10001:10001".equals(service.get("user"))));
    }
}
