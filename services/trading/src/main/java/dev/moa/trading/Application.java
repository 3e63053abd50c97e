package dev.moa.trading;

import dev.moa.platform.Launcher;

final class Application {
    private Application() {}

    public static void main(String[] args) {
        Launcher.run("trading", Application.class, args);
    }
}
