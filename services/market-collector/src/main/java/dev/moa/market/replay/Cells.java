package dev.moa.market.replay;

import java.util.List;

/** One line of CSV cut at its commas; a cell may be quoted, a quote inside is doubled. */
final class Cells {
    private Cells() {}

    /** Fills and returns {@code into}, so that reading a million lines makes no million lists. */
    static List<String> split(String line, List<String> into) {
        into.clear();
        if (line.indexOf('"') >= 0) {
            return splitQuoted(line, into);
        }
        int start = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', start)) {
            into.add(line.substring(start, comma));
            start = comma + 1;
        }
        into.add(line.substring(start));
        return into;
    }

    private static List<String> splitQuoted(String line, List<String> into) {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                into.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        into.add(cell.toString());
        return into;
    }
}
