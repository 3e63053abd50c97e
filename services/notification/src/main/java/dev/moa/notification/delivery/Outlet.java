package dev.moa.notification.delivery;

/** A way out of the house. */
public interface Outlet {

    /** Whether anything can be sent at all right now; while it is closed nothing is tried and nothing ages. */
    boolean isOpen();

    /**
     * Sends once and tells what became of it; never throws for what the other side does.
     *
     * @param buttons under the message, as the channel wants them; null for none
     */
    Outcome send(String address, String text, String buttons, boolean mayBeRepeat);
}
