package dev.moa.notification.telegram;

/** Takes updates, those of one chat in order. The same update may come again; what fails comes again. */
public interface IncomingHandler {
    void handle(Incoming incoming);
}
