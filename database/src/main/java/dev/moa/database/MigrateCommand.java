package dev.moa.database;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads its settings from the environment, waits for the server, bootstraps, migrates and says what it did. */
final class MigrateCommand {
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    MigrateCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    int run() {
        try {
            Server admin = admin();
            Map<String, String> passwords = passwords();
            Patience.upTo(wait(setting("MOA_DB_WAIT_SECONDS", "120"))).untilAnswers(admin);
            Migrations.bootstrap(admin.url(), admin.user(), admin.password(), passwords);
            Migrated migrated = Migrations.migrate(admin.database("moa").url(), passwords.get(Migrations.OWNER));
            migrated.applied().forEach(entry -> out.println("applied " + entry));
            out.println(
                    migrated.applied().isEmpty()
                            ? "nothing to apply"
                            : migrated.applied().size() + " applied");
            out.println(migrated.storage());
            return 0;
        } catch (MigrationFailure e) {
            err.println("moa migrate: " + e.getMessage().strip().replaceAll("\\s*\\R\\s*", " "));
            return 1;
        }
    }

    private Server admin() {
        String url = environment.get("MOA_DB_ADMIN_URL");
        if (url == null) {
            url = "jdbc:postgresql://" + setting("MOA_DB_HOST", "127.0.0.1") + ":" + setting("MOA_DB_PORT", "5432")
                    + "/postgres";
        }
        return new Server(url, setting("MOA_DB_ADMIN_USER", "postgres"), secret("MOA_DB_ADMIN_PASSWORD"));
    }

    private Map<String, String> passwords() {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String role : Migrations.ROLES) {
            passwords.put(
                    role, secret("MOA_DB_" + role.substring("moa_".length()).toUpperCase(Locale.ROOT) + "_PASSWORD"));
        }
        return passwords;
    }

    private static Duration wait(String seconds) {
        if (!seconds.matches("\\d{1,5}")) {
            throw new MigrationFailure("MOA_DB_WAIT_SECONDS is not a number of seconds: " + seconds);
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private String setting(String name, String otherwise) {
        return environment.getOrDefault(name, otherwise);
    }

    private String secret(String name) {
        String file = environment.get(name + "_FILE");
        String value = file == null ? environment.get(name) : read(name, file);
        if (value == null || value.isBlank()) {
            throw new MigrationFailure("Neither " + name + "_FILE nor " + name + " gives a password");
        }
        return value;
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new MigrationFailure("The file " + file + " named by " + name + "_FILE cannot be read", e);
        }
    }
}
