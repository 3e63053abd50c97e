package dev.moa.notification.telegram;

/** Text for Telegram's HTML mode. */
public final class Html {
    private static final int LONGEST_VALUE = 300;

    private Html() {}

    /** Any value as text: escaped, without control characters and without marks that turn the direction of writing. */
    public static String text(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().limit(LONGEST_VALUE).forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> {
                    if (!isHidden(c)) {
                        text.appendCodePoint(c);
                    }
                }
            }
        });
        return text.toString();
    }

    public static String bold(String value) {
        return "<b>" + text(value) + "</b>";
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
