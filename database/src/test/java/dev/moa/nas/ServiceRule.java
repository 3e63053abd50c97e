package dev.moa.nas;

import static dev.moa.nas.ComposeFile.list;
import static dev.moa.nas.ComposeFile.map;
import static dev.moa.nas.ComposeFile.runsOnce;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What every single service of the file must be; the constant's name is the rule. */
enum ServiceRule {
    NO_CPU_LIMIT_WHICH_A_SYNOLOGY_KERNEL_REFUSES(
            service -> hasNone(service, "cpus", "cpu_quota", "cpu_period", "cpu_count", "cpu_percent", "cpu_rt_runtime")
                    && !String.valueOf(service.get("deploy")).contains("cpus")),
    NO_PIDS_LIMIT_WHICH_THE_KERNEL_CANNOT_ENFORCE(service -> hasNone(service, "pids_limit")
            && !String.valueOf(service.get("deploy")).contains("pids")),
    NO_IO_LIMIT_WHICH_THE_KERNEL_LACKS(service -> hasNone(service, "blkio_config")),
    MEMORY_IS_LIMITED(service -> megabytes(service.get("mem_limit")) > 0),
    NOTHING_SWAPS(service -> megabytes(service.get("memswap_limit")) == megabytes(service.get("mem_limit"))),
    HEALTH_IS_CHECKED_WITH_TIME_TO_START(ServiceRule::healthIsChecked),
    RESTARTS_UNLESS_STOPPED(service -> runsOnce(service) || "unless-stopped".equals(service.get("restart"))),
    HAS_TIME_TO_STOP(service -> seconds(service.get("stop_grace_period")) >= 10),
    LOGS_ARE_LIMITED(service -> {
        Map<String, Object> logging = map(service.get("logging"));
        Map<String, Object> options = map(logging.get("options"));
        return Set.of("json-file", "local").contains(String.valueOf(logging.get("driver")))
                && options.containsKey("max-size")
                && options.containsKey("max-file");
    }),
    RUNS_WITHOUT_ROOT(service -> String.valueOf(service.get("user")).matches("[1-9]\\d*:[1-9]\\d*")),
    ROOT_IS_READ_ONLY(service -> Boolean.TRUE.equals(service.get("read_only"))),
    SCRATCH_IS_LIMITED_MEMORY(service -> !list(service.get("tmpfs")).isEmpty()
            && list(service.get("tmpfs")).stream()
                    .allMatch(mount -> mount.matches("/[a-z/]+:size=\\d{1,2}m,mode=\\d+"))),
    ALL_CAPABILITIES_ARE_DROPPED(service ->
            list(service.get("cap_drop")).equals(List.of("ALL")) && hasNone(service, "cap_add", "privileged")),
    NO_NEW_PRIVILEGES_AND_NO_PROFILE_THE_KERNEL_LACKS(
            service -> list(service.get("security_opt")).equals(List.of("no-new-privileges:true"))),
    NO_NAMESPACE_OF_THE_HOST(service -> hasNone(
            service,
            "privileged",
            "userns_mode",
            "network_mode",
            "pid",
            "ipc",
            "uts",
            "cgroup_parent",
            "devices",
            "sysctls")),
    NO_DOCKER_SOCKET_AND_NO_FOLDER_OUTSIDE_THE_PROJECT(service -> list(service.get("volumes")).stream()
            .allMatch(volume -> volume.matches("([a-z]+|\\./secrets/[a-z]+):/[a-z/]+(:ro)?"))),
    IMAGE_IS_PINNED(service -> hasNone(service, "build", "pull_policy", "platform")
            && String.valueOf(service.get("image"))
                    .matches("(\\$\\{MOA_IMAGE:-)?[a-z/]+:\\d+\\.\\d+\\.\\d+[a-z0-9.-]*}?(@sha256:[0-9a-f]{64})?")),
    SECRETS_COME_FROM_FILES(
            service -> map(service.get("environment")).entrySet().stream().allMatch(ServiceRule::isNoSecret)),
    ENVIRONMENT_IS_IN_THIS_FILE(service -> hasNone(service, "env_file")),
    OPEN_FILES_ARE_LIMITED(service -> "65536"
            .equals(String.valueOf(
                    map(map(service.get("ulimits")).get("nofile")).get("hard")))),
    NETWORKS_ARE_NAMED(service -> list(service.get("networks")).contains("inner")),
    NO_SYNTAX_YOUNGER_THAN_COMPOSE_2_20(ServiceRule::isOldSyntax);

    /** What Compose 2.20 and engine 20.10 understand and we use; anything else is looked up before it is added here. */
    private static final Set<String> KNOWN = Set.of(
            "image",
            "user",
            "command",
            "entrypoint",
            "environment",
            "secrets",
            "mem_limit",
            "memswap_limit",
            "shm_size",
            "stop_signal",
            "stop_grace_period",
            "tmpfs",
            "volumes",
            "networks",
            "healthcheck",
            "depends_on",
            "restart",
            "read_only",
            "cap_drop",
            "security_opt",
            "ulimits",
            "logging",
            "ports",
            "hostname");

    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|PIN|PASSPHRASE|PRIVATE|API_KEY");
    private final Predicate<Map<String, Object>> rule;

    ServiceRule(Predicate<Map<String, Object>> rule) {
        this.rule = rule;
    }

    boolean holds(Map<String, Object> service) {
        return rule.test(service);
    }

    private static boolean isOldSyntax(Map<String, Object> service) {
        return KNOWN.containsAll(service.keySet()) && hasNone(map(service.get("healthcheck")), "start_interval");
    }

    private static boolean hasNone(Map<String, Object> service, String... keys) {
        return Arrays.stream(keys).noneMatch(service::containsKey);
    }

    private static boolean healthIsChecked(Map<String, Object> service) {
        Map<String, Object> check = map(service.get("healthcheck"));
        if (runsOnce(service)) {
            return Boolean.TRUE.equals(check.get("disable"));
        }
        return list(check.get("test")).size() > 1
                && list(check.get("test")).getFirst().startsWith("CMD")
                && seconds(check.get("interval")) >= 10
                && seconds(check.get("timeout")) > 0
                && check.containsKey("retries")
                && seconds(check.get("start_period")) >= 120;
    }

    private static boolean isNoSecret(Map.Entry<String, Object> variable) {
        return !SECRET.matcher(variable.getKey()).find() || variable.getKey().endsWith("_FILE");
    }

    static long megabytes(Object value) {
        String text = String.valueOf(value);
        return text.matches("\\d+m") ? Long.parseLong(text.substring(0, text.length() - 1)) : -1;
    }

    private static long seconds(Object value) {
        String text = String.valueOf(value);
        return text.matches("\\d+s") ? Long.parseLong(text.substring(0, text.length() - 1)) : -1;
    }
}
