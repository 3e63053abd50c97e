package dev.moa.notification.chat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command as written, plain ASCII only: a look-alike letter makes it no command. */
record Command(String name, String argument) {
    static final String FOR_ANOTHER_BOT = "@";

    private static final int LONGEST = 200;
    private static final Pattern FORM =
            Pattern.compile("/([a-z]{1,20})(?:@([A-Za-z0-9_]{1,64}))?(?:[ \\n]+([A-Za-z0-9_-]{1,64}))?[ \\n]*");
    private static final Command NONE = new Command("", "");

    static Command of(String text, String botName) {
        if (text.length() > LONGEST) {
            return NONE;
        }
        Matcher matcher = FORM.matcher(lowered(text.strip()));
        if (!matcher.matches()) {
            return NONE;
        }
        if (matcher.group(2) != null && !matcher.group(2).equalsIgnoreCase(botName)) {
            return new Command(FOR_ANOTHER_BOT, "");
        }
        return new Command(matcher.group(1), matcher.group(3) == null ? "" : matcher.group(3));
    }

    /** People write /Status too; only the command word itself is lowered, a code is not. */
    private static String lowered(String plain) {
        int end = 0;
        while (end < plain.length() && plain.charAt(end) > ' ' && plain.charAt(end) < 127 && plain.charAt(end) != '@') {
            end++;
        }
        return plain.substring(0, end).toLowerCase(Locale.ROOT) + plain.substring(end);
    }
}
