/**
 * Our side of an account against its venue's: what is different, what explains it, and what follows (reliability.md 7 and 8).
 * Pure and without a clock: a reading of the venue goes in, ordinary events come out, each with an identity that derives from
 * its content, so that running it twice changes nothing.
 */
package dev.moa.broker.reconciliation;
