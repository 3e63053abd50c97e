package dev.moa.notification;

import dev.moa.platform.Launcher;

/** The notification process. */
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        Launcher.run("notification", Application.class, args);
    }
}
