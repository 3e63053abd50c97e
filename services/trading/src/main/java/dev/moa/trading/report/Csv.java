package dev.moa.trading.report;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Comma-separated files (RFC 4180) that spreadsheets open without surprises: a text that would be taken for a formula begins with an
 * apostrophe.
 */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** Whether the caller wants a file: {@code ?format=csv}, or {@code Accept: text/csv}. */
    public static boolean wanted(HttpRequest<?> request, String format) {
        return "csv".equalsIgnoreCase(format)
                || request.accept().stream()
                        .anyMatch(type -> type.matches(MediaType.TEXT_CSV_TYPE) && "text".equals(type.getType()));
    }

    /** The file of this name; the rows are fetched part by part while it is read, an empty part ends it. */
    public static MutableHttpResponse<?> file(String name, List<String> header, Supplier<List<List<?>>> parts) {
        InputStream content = new PartsStream(line(header), () -> text(parts.get()));
        return HttpResponse.ok(new StreamedFile(content, MediaType.TEXT_CSV_TYPE).attach(name));
    }

    private static byte[] text(List<List<?>> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 160);
        rows.forEach(row -> append(text, row));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] line(List<?> cells) {
        return text(List.of(cells));
    }

    private static void append(StringBuilder text, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        text.append("\r\n");
    }

    private static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
