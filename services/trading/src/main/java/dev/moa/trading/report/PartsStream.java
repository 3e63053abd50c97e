package dev.moa.trading.report;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;

/** Bytes that are made while they are read, so that a long file never lies in memory whole. */
final class PartsStream extends InputStream {
    private final Supplier<byte[]> next;
    private byte[] part;
    private int position;

    /** @param next the part after this one; empty at the end */
    PartsStream(byte[] first, Supplier<byte[]> next) {
        this.part = first;
        this.next = next;
    }

    @Override
    public int read() {
        return isEnded() ? -1 : part[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (isEnded()) {
            return -1;
        }
        int count = Math.min(length, part.length - position);
        System.arraycopy(part, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean isEnded() {
        if (position == part.length && part.length > 0) {
            part = next.get();
            position = 0;
        }
        return part.length == 0;
    }
}
