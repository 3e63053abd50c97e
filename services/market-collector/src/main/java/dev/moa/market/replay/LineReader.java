package dev.moa.market.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a text file, gzipped or not (told by its first bytes). Never holds more than one line, and of a line never
 * more than the limit, so that neither a file without line ends nor a gzip bomb can fill the memory.
 */
final class LineReader implements AutoCloseable {
    static final int MAX_LINE = 16 * 1024;
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;

    private final Reader reader;
    private final char[] buffer = new char[64 * 1024];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int length;
    private long number;
    private boolean tooLong;

    private LineReader(Reader reader) {
        this.reader = reader;
    }

    static LineReader open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 64 * 1024);
        try {
            file.mark(2);
            boolean gzipped = file.read() == MAGIC_1 && file.read() == MAGIC_2;
            file.reset();
            InputStream plain = gzipped ? new GZIPInputStream(file, 64 * 1024) : file;
            return new LineReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The next line without its end, or null at the end of the file. Of an overlong line only the beginning. */
    String next() throws IOException {
        line.setLength(0);
        tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = position;
            while (end < length && buffer[end] != '\n') {
                end++;
            }
            append(end);
            position = end + 1;
            if (end < length) {
                break;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }

    /** The number of the line that {@link #next} gave, counting from 1. */
    long number() {
        return number;
    }

    boolean wasTooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean fill() throws IOException {
        if (position < length) {
            return true;
        }
        length = reader.read(buffer, 0, buffer.length);
        position = 0;
        return length > 0;
    }

    private void append(int end) {
        int room = MAX_LINE - line.length();
        tooLong |= end - position > room;
        line.append(buffer, position, Math.min(room, end - position));
    }
}
