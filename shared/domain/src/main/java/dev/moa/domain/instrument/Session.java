package dev.moa.domain.instrument;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A stretch of time in which a venue trades in one way, or not at all.
 *
 * @param begin the first moment of it; @param end the first moment after it
 * @param tradeDate the business day it belongs to; for a closed time, the next one that begins
 */
public record Session(Phase phase, Instant begin, Instant end, LocalDate tradeDate) {
    public enum Phase {
        /** Nothing trades and nothing may be entered. */
        CLOSED,
        /** Before the day at yesterday's close, with orders of its own kind. */
        PRE_CLOSING_PRICE,
        /** Before the exchange opens, continuously, at the second venue. */
        PRE_MARKET,
        /** Orders gather; all trade at one price when it ends. */
        OPENING_AUCTION,
        CONTINUOUS,
        CLOSING_AUCTION,
        /** After the day at its close, with orders of its own kind. */
        AFTER_CLOSING_PRICE,
        /** After the day, an auction every ten minutes, with orders of its own kind. */
        AFTER_SINGLE_PRICE,
        /** After the day, continuously. */
        AFTER_MARKET;

        /** Whether orders gather for one price. */
        public boolean isAuction() {
            return this == OPENING_AUCTION || this == CLOSING_AUCTION;
        }

        /** Whether it is part of the main day, from the opening auction to the closing one. */
        public boolean isRegular() {
            return isAuction() || this == CONTINUOUS;
        }

        /** Whether ordinary orders may be entered. */
        public boolean takesOrders() {
            return isRegular() || this == AFTER_MARKET || this == PRE_MARKET;
        }
    }

    public boolean contains(Instant time) {
        return !time.isBefore(begin) && time.isBefore(end);
    }
}
