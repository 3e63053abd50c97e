package dev.moa.broker.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a venue's JSON into maps, lists, strings and exact numbers. A venue is not trusted: depth, length and number of
 * values are limited, a number keeps its text so that no binary floating point comes in between.
 *
 * <p>Objects become {@code Map<String, Object>}, arrays {@code List<Object>}, strings and numbers {@code String}, the rest
 * {@code Boolean} or null.
 */
public final class VenueJson {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_VALUES = 200_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(64 * 1024)
                    .maxNumberLength(64)
                    .maxNameLength(256)
                    .build())
            .build();

    private final JsonParser parser;
    private int values;

    private VenueJson(JsonParser parser) {
        this.parser = parser;
    }

    /** The whole text as one value. Throws {@link UnreadableMessage} when it is not JSON within the limits. */
    public static Object read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Object value = new VenueJson(parser).value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw new UnreadableMessage("text after the end of the JSON value");
            }
            return value;
        } catch (IOException e) {
            throw new UnreadableMessage(
                    "not JSON within the limits: " + e.getClass().getSimpleName());
        }
    }

    /** The value as an object; refused when it is something else. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new UnreadableMessage("an object was expected");
    }

    /** The value as an array; refused when it is something else. */
    @SuppressWarnings("unchecked")
    public static List<Object> array(Object value) {
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw new UnreadableMessage("an array was expected");
    }

    private Object value(JsonToken token) throws IOException {
        if (token == null) {
            throw new UnreadableMessage("the message is empty");
        }
        if (++values > MAX_VALUES) {
            throw new UnreadableMessage("more than " + MAX_VALUES + " values");
        }
        return switch (token) {
            case START_OBJECT -> readObject();
            case START_ARRAY -> readArray();
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new UnreadableMessage("unexpected " + token);
        };
    }

    private Map<String, Object> readObject() throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            object.put(name, value(parser.nextToken()));
        }
        return object;
    }

    private List<Object> readArray() throws IOException {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token));
        }
        return array;
    }
}
