/**
 * Telegram's Bot API (https://core.telegram.org/bots/api): updates by long polling, sending. What arrives is taken as
 * hostile and leaves this package as {@link dev.moa.notification.telegram.Incoming} only; the token never leaves it.
 */
package dev.moa.notification.telegram;
