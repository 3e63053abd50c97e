package dev.moa.notification.inbox;

import dev.moa.notification.preference.Kind;

/** A notification in words: plain text, in the person's language. */
record Message(Kind kind, String title, String text) {}
