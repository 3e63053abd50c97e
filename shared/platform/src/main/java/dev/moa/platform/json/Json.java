package dev.moa.platform.json;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Our JSON, by the same mapper as HTTP: {@code snake_case} names, decimals written as plain strings and read exactly
 * from strings or numbers, instants in ISO-8601 UTC, nulls left out, unknown members ignored.
 */
@Singleton
public class Json {

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The value, a {@code @Serdeable} type or made of maps, lists and plain values, as one line. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException failure) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), failure);
        }
    }

    /** @throws UnreadableJson when the text is no JSON or does not fit the type */
    public <T> T read(String json, Class<T> type) {
        return read(json, Argument.of(type));
    }

    /** As {@link #read(String, Class)} for generic types. */
    public <T> T read(String json, Argument<T> type) {
        try {
            T value = mapper.readValue(json, type);
            if (value == null) {
                throw new UnreadableJson("is empty");
            }
            return value;
        } catch (IOException failure) {
            throw new UnreadableJson(failure);
        }
    }

    /** A part of an already read tree. */
    public <T> T read(JsonNode tree, Class<T> type) {
        try {
            return mapper.readValueFromTree(tree, type);
        } catch (IOException failure) {
            throw new UnreadableJson(failure);
        }
    }

    /** The value as a tree, to be put into another. */
    public JsonNode tree(Object value) {
        try {
            return mapper.writeValueToTree(value);
        } catch (IOException failure) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), failure);
        }
    }
}
