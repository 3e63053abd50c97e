package dev.moa.trading.fault;

/** How often each fault is repeated: 200 in {@code ./moa test}, as many as asked by {@code ./moa faults --real N}. */
public final class Scale {
    private static final int IN_TEST = 200;
    private static final int WANTED = Integer.getInteger("moa.real", IN_TEST);

    private Scale() {}

    /** How often something is done that is done that often in 200. */
    public static int of(int inTest) {
        return Math.max(1, Math.round((float) inTest * WANTED / IN_TEST));
    }
}
