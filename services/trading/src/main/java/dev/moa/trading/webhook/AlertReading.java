package dev.moa.trading.webhook;

import dev.moa.platform.json.Json;
import dev.moa.platform.json.UnreadableJson;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the body of an alert, whatever content type it came with: a JSON object, or words. Words are
 * {@code name=value}, separated by blanks, line ends, commas or semicolons; the first one without a name is the action, the second
 * the symbol: {@code buy BTCUSDT strategy_id=… secret=… time={{timenow}}}.
 */
@Singleton
class AlertReading {
    static final int LARGEST = 16 * 1024;

    private static final int MOST_FIELDS = 40;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern NAMED = Pattern.compile("([a-z_]{1,40})=(.*)", Pattern.DOTALL);
    private static final Argument<Map<String, JsonNode>> OBJECT = Argument.mapOf(String.class, JsonNode.class);

    private final Json json;

    AlertReading(Json json) {
        this.json = json;
    }

    Alert read(String body) {
        if (body.length() > LARGEST) {
            throw Problem.of(413, "body_too_large", "An alert may have at most 16 KiB.");
        }
        String text = body.strip();
        Map<String, String> fields = text.startsWith("{") || text.startsWith("[") ? ofJson(text) : ofWords(text);
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw malformed();
        }
        return new Alert(fields).checked();
    }

    private Map<String, String> ofJson(String text) {
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            json.read(text, OBJECT).forEach((name, value) -> {
                if (!value.isNull()) {
                    fields.put(name, plain(name, value).strip());
                }
            });
            return fields;
        } catch (UnreadableJson unreadable) {
            throw malformed();
        }
    }

    private static String plain(String name, JsonNode value) {
        if (value.isNumber()) {
            return value.getBigDecimalValue().toPlainString();
        }
        if (value.isValueNode()) {
            return value.coerceStringValue();
        }
        throw Problem.invalid().field(name.length() > 40 ? "body" : name, "must be a plain value");
    }

    private static Map<String, String> ofWords(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : BETWEEN.split(text)) {
            Matcher named = NAMED.matcher(word);
            String name = named.matches() ? named.group(1) : fields.containsKey("action") ? "symbol" : "action";
            String value = named.matches() ? named.group(2) : word;
            if (fields.putIfAbsent(name, value) != null) {
                throw malformed();
            }
        }
        return fields;
    }

    private static Problem malformed() {
        return Problem.badRequest(
                "malformed_body",
                "The alert must be a JSON object or words like action=buy symbol=…, see the template.");
    }
}
