package dev.moa.trading.account;

/**
 * How an account is reached.
 *
 * @param sealed its credentials; null when it needs none
 * @param keyHint the last four characters of its key, null without one
 * @param limits JSON, as its owner set them
 */
public record Connected(byte[] sealed, String keyHint, String limits) {}
