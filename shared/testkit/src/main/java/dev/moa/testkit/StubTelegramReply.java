package dev.moa.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of {@link StubTelegram}, in the form the Bot API gives. */
record StubTelegramReply(int status, String json) {
    /** The connection closes without an answer. */
    static final StubTelegramReply LOST = new StubTelegramReply(0, "");

    static StubTelegramReply result(Object result) {
        return raw(StubJson.write(Map.of("ok", true, "result", result)));
    }

    static StubTelegramReply raw(String json) {
        return new StubTelegramReply(200, json);
    }

    static StubTelegramReply error(int status, String description) {
        return error(status, description, Map.of());
    }

    static StubTelegramReply error(int status, String description, Map<String, Object> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ok", false);
        body.put("error_code", status);
        body.put("description", description);
        if (!parameters.isEmpty()) {
            body.put("parameters", parameters);
        }
        return new StubTelegramReply(status, StubJson.write(body));
    }
}
