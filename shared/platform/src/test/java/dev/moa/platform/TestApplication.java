package dev.moa.platform;

/** A service without any feature, started as a process of its own. */
final class TestApplication {

    private TestApplication() {}

    public static void main(String[] args) {
        Launcher.run("trading", TestApplication.class, args);
    }
}
