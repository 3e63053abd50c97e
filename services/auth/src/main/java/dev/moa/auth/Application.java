package dev.moa.auth;

import dev.moa.platform.Launcher;

/** The auth service as a process. */
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        Launcher.run("auth", Application.class, args);
    }
}
