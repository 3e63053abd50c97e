package dev.moa.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What was said to the bot and by it. */
final class StubTelegramChats {
    private static final int LONGEST_TEXT = 4096;
    private static final Pattern TAGS = Pattern.compile("</?(b|i|u|s|code|pre)>");
    private static final Pattern ENTITIES = Pattern.compile("&(lt|gt|amp|quot|#\\d+);");

    private final List<StubTelegram.Sent> sent = new ArrayList<>();
    private final List<Map<String, Object>> updates = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private long lastUpdate = 7000;
    private long confirmed;
    private boolean mad;

    synchronized List<StubTelegram.Sent> sent() {
        return List.copyOf(sent);
    }

    long say(long chatId, String text, Map<String, Object> members) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("message_id", 1 + sent().size());
        message.put("from", Map.of("id", chatId, "is_bot", false, "first_name", "Somebody", "language_code", "en"));
        message.put("chat", Map.of("id", chatId, "type", "private", "first_name", "Somebody"));
        message.put("date", 1_700_000_000);
        message.put("text", text);
        message.putAll(members);
        return add(Map.of("message", message));
    }

    long press(long chatId, long personId, String data) {
        return add(Map.of(
                "callback_query",
                Map.of(
                        "id",
                        "press-" + data,
                        "from",
                        Map.of("id", personId, "is_bot", false, "first_name", "Somebody"),
                        "message",
                        Map.of("message_id", 1, "chat", Map.of("id", chatId, "type", "private"), "date", 1_700_000_000),
                        "data",
                        data)));
    }

    synchronized StubTelegramReply heard(String id) {
        heard.add(id);
        return StubTelegramReply.result(true);
    }

    synchronized List<String> heardPresses() {
        return List.copyOf(heard);
    }

    synchronized long add(Map<String, Object> update) {
        Map<String, Object> numbered = new LinkedHashMap<>();
        numbered.put("update_id", lastUpdate + 1);
        numbered.putAll(update);
        lastUpdate = Math.max(lastUpdate, StubTelegram.number(numbered, "update_id"));
        updates.add(numbered);
        notifyAll();
        return lastUpdate;
    }

    synchronized void replay() {
        mad = true;
        notifyAll();
    }

    /** Long poll: waits up to {@code timeout} seconds for an update from {@code offset} on. */
    synchronized List<Map<String, Object>> poll(Map<String, Object> parameters) throws InterruptedException {
        long offset = Long.parseLong(parameters.getOrDefault("offset", "0").toString());
        int limit = Integer.parseInt(parameters.getOrDefault("limit", "100").toString());
        long timeout = Long.parseLong(parameters.getOrDefault("timeout", "0").toString());
        if (offset > confirmed) {
            confirmed = offset;
        }
        long end = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        if (mad) {
            mad = false;
            return List.copyOf(updates);
        }
        List<Map<String, Object>> waiting = waiting();
        for (long left = end - System.nanoTime(); waiting.isEmpty() && left > 0; left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
            waiting = mad ? List.copyOf(updates) : waiting();
            mad = false;
        }
        return waiting.subList(0, Math.min(limit, waiting.size()));
    }

    synchronized StubTelegramReply send(Map<String, Object> parameters) {
        long chat = StubTelegram.number(parameters, "chat_id");
        String text = parameters.get("text").toString();
        Object mode = parameters.get("parse_mode");
        if (text.isBlank()) {
            return StubTelegramReply.error(400, "Bad Request: message text is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            return StubTelegramReply.error(400, "Bad Request: message is too long");
        }
        if ("HTML".equals(mode) && !isHtml(text)) {
            return StubTelegramReply.error(400, "Bad Request: can't parse entities");
        }
        sent.add(new StubTelegram.Sent(
                chat, text, mode == null ? null : mode.toString(), sent.size() + 1L, buttons(parameters)));
        return StubTelegramReply.result(Map.of(
                "message_id", sent.size(), "date", 1_700_000_000, "chat", Map.of("id", chat, "type", "private")));
    }

    synchronized void clear() {
        sent.clear();
    }

    private List<Map<String, Object>> waiting() {
        return updates.stream()
                .filter(update -> StubTelegram.number(update, "update_id") >= confirmed)
                .toList();
    }

    private static Map<String, String> buttons(Map<String, Object> parameters) {
        Map<String, String> buttons = new LinkedHashMap<>();
        if (parameters.get("reply_markup") instanceof Map<?, ?> markup
                && markup.get("inline_keyboard") instanceof List<?> rows) {
            rows.forEach(row -> ((List<?>) row).forEach(button -> {
                Map<?, ?> members = (Map<?, ?>) button;
                buttons.put(
                        members.get("text").toString(),
                        members.get("callback_data").toString());
            }));
        }
        return buttons;
    }

    private static boolean isHtml(String text) {
        String bare = ENTITIES.matcher(TAGS.matcher(text).replaceAll("")).replaceAll("");
        return bare.indexOf('<') < 0 && bare.indexOf('&') < 0;
    }
}
