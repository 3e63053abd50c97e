package dev.moa.notification.live;

/** An event of a person's private stream before it has its number; {@code body} is JSON. */
public record LiveDraft(String channel, String event, String body) {}
