package dev.moa.backtest;

import dev.moa.platform.Launcher;

final class Application {
    private Application() {}

    public static void main(String[] args) {
        Launcher.run("backtest", Application.class, args);
    }
}
