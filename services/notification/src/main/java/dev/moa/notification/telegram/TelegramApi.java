package dev.moa.notification.telegram;

import dev.moa.notification.telegram.TelegramMessages.Answer;
import dev.moa.notification.telegram.TelegramMessages.AnswerCallbackQuery;
import dev.moa.notification.telegram.TelegramMessages.GetUpdates;
import dev.moa.notification.telegram.TelegramMessages.LinkPreviewOptions;
import dev.moa.notification.telegram.TelegramMessages.SendMessage;
import dev.moa.notification.telegram.TelegramMessages.Update;
import dev.moa.notification.telegram.TelegramMessages.User;
import dev.moa.platform.json.Json;
import dev.moa.platform.json.UnreadableJson;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The four methods of the Bot API we use. Answers are read as hostile: bounded, and an odd part is left out. */
@Singleton
class TelegramApi {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long LONGEST_ANSWER = 4 << 20;
    private static final int UPDATES_AT_ONCE = 50;

    private final TelegramSettings settings;
    private final Json json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    TelegramApi(TelegramSettings settings, Json json) {
        this.settings = settings;
        this.json = json;
    }

    User getMe() throws TelegramFailure {
        return read(call("getMe", "{}", PATIENCE), User.class);
    }

    /** Waits that long for updates from {@code offset} on; an update that cannot be read comes out as its number alone. */
    List<Update> getUpdates(long offset, Duration wait) throws TelegramFailure {
        var request = new GetUpdates(offset, UPDATES_AT_ONCE, wait.toSeconds(), List.of("message", "callback_query"));
        JsonNode result = call("getUpdates", json.write(request), wait.plus(PATIENCE));
        List<Update> updates = new ArrayList<>();
        for (JsonNode node : result.isArray() ? result.values() : List.<JsonNode>of()) {
            updates.add(update(node));
        }
        return updates;
    }

    /** @param keyboard the buttons under it as JSON; null for none */
    void sendMessage(String chatId, String html, String keyboard) throws TelegramFailure {
        JsonNode markup = keyboard == null ? null : json.read(keyboard, JsonNode.class);
        var message = new SendMessage(chatId, html, "HTML", new LinkPreviewOptions(true), markup);
        call("sendMessage", json.write(message), PATIENCE);
    }

    void answerCallbackQuery(String id) throws TelegramFailure {
        call("answerCallbackQuery", json.write(new AnswerCallbackQuery(id)), PATIENCE);
    }

    private Update update(JsonNode node) throws TelegramFailure {
        try {
            return json.read(node, Update.class);
        } catch (UnreadableJson odd) {
            JsonNode number = node.get("update_id");
            if (number == null || !number.isNumber()) {
                throw TelegramFailure.unanswered();
            }
            return new Update(number.getLongValue(), null, null);
        }
    }

    private JsonNode call(String method, String body, Duration patience) throws TelegramFailure {
        HttpRequest request = HttpRequest.newBuilder(settings.methodUri(method))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        Answer answer = answer(send(request));
        if (!answer.ok() || answer.result() == null) {
            throw failure(answer);
        }
        return answer.result();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws TelegramFailure {
        try {
            return http.send(
                    request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            throw TelegramFailure.unreachable();
        } catch (IOException lost) {
            throw TelegramFailure.unanswered();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw TelegramFailure.unanswered();
        }
    }

    private Answer answer(HttpResponse<byte[]> response) throws TelegramFailure {
        int status = response.statusCode();
        try {
            Answer answer = json.read(new String(response.body(), StandardCharsets.UTF_8), Answer.class);
            return answer.ok() && status == 200
                    ? answer
                    : new Answer(false, null, status, answer.description(), answer.parameters());
        } catch (UnreadableJson odd) {
            if (status == 200) {
                throw TelegramFailure.unanswered();
            }
            return new Answer(false, null, status, null, null);
        }
    }

    private static TelegramFailure failure(Answer answer) {
        int status = answer.errorCode() == null ? 200 : answer.errorCode();
        Optional<Duration> retryAfter = Optional.ofNullable(answer.parameters())
                .map(parameters -> parameters.retryAfter())
                .map(Duration::ofSeconds);
        return TelegramFailure.refused(status, "Telegram answered " + status + words(answer.description()), retryAfter);
    }

    private static String words(String description) {
        if (description == null) {
            return "";
        }
        String plain = description.replaceAll("[^\\p{L}\\p{N} .,:'-]", "");
        return ": " + plain.substring(0, Math.min(plain.length(), 120));
    }

    private <T> T read(JsonNode result, Class<T> type) throws TelegramFailure {
        try {
            return json.read(result, type);
        } catch (UnreadableJson odd) {
            throw TelegramFailure.unanswered();
        }
    }
}
