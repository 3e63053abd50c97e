package dev.moa.market;

import dev.moa.platform.Launcher;

/** The market collector as a process. */
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        Launcher.run("market", Application.class, args);
    }
}
