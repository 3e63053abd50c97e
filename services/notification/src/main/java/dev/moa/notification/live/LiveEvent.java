package dev.moa.notification.live;

/** One event of a person's private stream; numbers are gapless and grow by one. {@code body} is JSON. */
public record LiveEvent(long seq, String channel, String event, String body) {}
