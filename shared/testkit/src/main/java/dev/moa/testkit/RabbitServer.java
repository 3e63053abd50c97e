package dev.moa.testkit;

import java.util.List;

/** A real RabbitMQ node with its own port mapper, so that it never meets another node of the machine. */
public final class RabbitServer {
    private static final String BIN = "/usr/lib/rabbitmq/bin/";
    private static final String PASSWORD = "rabbit-of-the-tests";

    private final ServerProcess server = new ServerProcess("rabbitmq");
    private final int port = ServerProcess.freePort();
    private int hosts;

    RabbitServer() {
        server.write(
                "rabbitmq.conf",
                String.join(
                        "\n",
                        List.of(
                                "listeners.tcp.1 = 127.0.0.1:" + port,
                                "loopback_users = none",
                                "default_user = moa",
                                "default_pass = " + PASSWORD,
                                "vm_memory_high_watermark.absolute = 512MB",
                                "disk_free_limit.absolute = 50MB",
                                "raft.wal_max_size_bytes = 32000000",
                                "log.console = true",
                                "log.file = false",
                                "")));
        server.write("enabled_plugins", "[].\n");
        String folder = server.folder().toString();
        server.environment("RABBITMQ_NODENAME", "moa" + port + "@localhost");
        server.environment("RABBITMQ_CONFIG_FILE", folder + "/rabbitmq.conf");
        server.environment("RABBITMQ_MNESIA_BASE", folder + "/data");
        server.environment("RABBITMQ_LOG_BASE", folder + "/log");
        server.environment("RABBITMQ_ENABLED_PLUGINS_FILE", folder + "/enabled_plugins");
        server.environment("RABBITMQ_DIST_PORT", "" + ServerProcess.freePort());
        server.environment("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none +S 1:1");
        server.environment("ERL_EPMD_PORT", "" + ServerProcess.freePort());
        server.environment("ERL_EPMD_ADDRESS", "127.0.0.1");
        start();
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public String user() {
        return "moa";
    }

    public String password() {
        return PASSWORD;
    }

    /** Starts it again with its data, or for the first time. */
    public void start() {
        server.start(BIN + "rabbitmq-server");
        server.awaitReady(() -> {
            server.run(BIN + "rabbitmqctl", "await_startup", "--timeout", "50");
            return true;
        });
    }

    /** SIGKILL; its queues stay on disk. */
    public void kill() {
        server.kill();
    }

    public void freeze() {
        server.signal("STOP");
    }

    public void thaw() {
        server.signal("CONT");
    }

    public long pid() {
        return server.pid();
    }

    /** A virtual host that no other test has used; queues of fixed names start empty in it. */
    public String freshVirtualHost() {
        String name = "test" + ++hosts;
        server.run(BIN + "rabbitmqctl", "add_vhost", name);
        server.run(BIN + "rabbitmqctl", "set_permissions", "-p", name, "moa", ".*", ".*", ".*");
        return name;
    }

    /** For what a test must do to the broker itself, for example {@code delete_queue}. */
    public String control(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = BIN + "rabbitmqctl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return server.run(command);
    }

    void stop() {
        server.kill();
        server.removeFolder();
    }
}
