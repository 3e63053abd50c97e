package dev.moa.domain.value;

/** Which way an order trades. */
public enum Side {
    BUY,
    SELL;

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    public boolean isBuy() {
        return this == BUY;
    }

    /** +1 for a buy, −1 for a sale: the sign it gives to a position. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }
}
