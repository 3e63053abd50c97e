package dev.moa.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Telegram Bot API over a real socket: {@code getMe}, long-polled {@code getUpdates}, {@code sendMessage},
 * {@code answerCallbackQuery}. It keeps
 * what was sent, says what a test lets people say, and fails as a test asks. Run by {@link #main} it is a server of its
 * own, steered over HTTP: {@code GET /__sent} (JSON list of {@code chat_id, text, message_id}, and {@code buttons}: label to data),
 * {@code POST /__say?chat_id=&text=}, {@code POST /__press?chat_id=&data=}, {@code POST /__fail?status=&times=}, {@code POST /__retry_after?seconds=},
 * {@code POST /__drop?times=}, {@code POST /__block?chat_id=}, {@code POST /__clear}.
 */
public final class StubTelegram implements AutoCloseable {
    /** The only token it knows, unless it was started by {@link #main}. */
    public static final String TOKEN = "100200300:AAStubOfTheTests_0123456789abcdefghi";

    public static final long BOT_ID = 100200300L;
    public static final String USERNAME = "moa_stub_bot";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final StubTelegramChats chats = new StubTelegramChats();
    private final StubTelegramMoods moods = new StubTelegramMoods();
    private final boolean anyToken;

    public StubTelegram() {
        this(0, false);
    }

    private StubTelegram(int port, boolean anyToken) {
        this.anyToken = anyToken;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Standalone: the port is the only argument, every token is accepted. */
    public static void main(String[] args) {
        StubTelegram stub = new StubTelegram(Integer.parseInt(args[0]), true);
        System.out.println("stub telegram at " + stub.url());
    }

    /** What MOA_TELEGRAM_API_URL is set to. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * A message that arrived at a chat.
     *
     * @param parseMode null for plain text
     * @param buttons what the buttons under it send, by their label
     */
    public record Sent(long chatId, String text, String parseMode, long messageId, Map<String, String> buttons) {}

    public List<Sent> sent() {
        return chats.sent();
    }

    public List<String> textsTo(long chatId) {
        return sent().stream().filter(s -> s.chatId() == chatId).map(Sent::text).toList();
    }

    /** A person writes to the bot in a private chat; answers the update's id. */
    public long say(long chatId, String text) {
        return chats.say(chatId, text, Map.of());
    }

    /** A person presses a button in their private chat; answers the update's id. */
    public long press(long chatId, String data) {
        return press(chatId, chatId, data);
    }

    /** The same with whoever pressed it. */
    public long press(long chatId, long personId, String data) {
        return chats.press(chatId, personId, data);
    }

    /** The presses that the bot said it had heard. */
    public List<String> heardPresses() {
        return chats.heardPresses();
    }

    /** The same with other members in {@code message}, for example {@code forward_origin} or another {@code chat}. */
    public long say(long chatId, String text, Map<String, Object> members) {
        return chats.say(chatId, text, members);
    }

    /** Any update; {@code update_id} is set here unless it is given. */
    public long update(Map<String, Object> update) {
        return chats.add(update);
    }

    /** Hands out every update again, also the confirmed ones, as a restored or mad server would. */
    public void replayUpdates() {
        chats.replay();
    }

    /** The next calls of {@code sendMessage} fail with this status and deliver nothing. */
    public void failNext(int times, int status) {
        moods.fail(times, status);
    }

    /** From now on {@code sendMessage} answers 429 until so much time has passed. */
    public void tooManyFor(Duration wait) {
        moods.tooManyFor(wait);
    }

    /** The next calls of {@code sendMessage} deliver, but their answer is lost. */
    public void dropNextAnswers(int times) {
        moods.drop(times);
    }

    /** Every call takes so much longer. */
    public void slow(Duration delay) {
        moods.slow(delay);
    }

    /** This chat has blocked the bot: 403. */
    public void block(long chatId) {
        moods.block(chatId);
    }

    /** Every call fails with this status until {@code away(0)}. */
    public void away(int status) {
        moods.away(status);
    }

    /** How many calls came while 429 was in force, beside the first: a client that obeys makes none. */
    public int impatientCalls() {
        return moods.impatient();
    }

    public void clear() {
        chats.clear();
        moods.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, Object> parameters = parameters(exchange);
            String path = exchange.getRequestURI().getPath();
            StubTelegramReply reply;
            try {
                reply = path.startsWith("/__") ? steer(path, parameters) : call(path, parameters);
            } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
                reply = StubTelegramReply.error(400, "Bad Request: " + e.getMessage());
            }
            if (reply != StubTelegramReply.LOST) {
                byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(reply.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private StubTelegramReply call(String path, Map<String, Object> parameters) throws InterruptedException {
        int slash = path.indexOf('/', 1);
        if (!path.startsWith("/bot") || slash < 0) {
            return StubTelegramReply.error(404, "Not Found");
        }
        if (!anyToken && !path.substring(4, slash).equals(TOKEN)) {
            return StubTelegramReply.error(401, "Unauthorized");
        }
        Thread.sleep(moods.delay());
        if (moods.awayStatus() != 0) {
            return StubTelegramReply.error(moods.awayStatus(), "Bad Gateway");
        }
        return switch (path.substring(slash + 1)) {
            case "getMe" ->
                StubTelegramReply.result(
                        Map.of("id", BOT_ID, "is_bot", true, "first_name", "Moa", "username", USERNAME));
            case "getUpdates" -> StubTelegramReply.result(chats.poll(parameters));
            case "sendMessage" -> moods.around(parameters, () -> chats.send(parameters));
            case "answerCallbackQuery" ->
                chats.heard(parameters.get("callback_query_id").toString());
            default -> StubTelegramReply.error(404, "Not Found: method not found");
        };
    }

    private StubTelegramReply steer(String path, Map<String, Object> parameters) {
        switch (path) {
            case "/__sent" -> {
                return StubTelegramReply.raw(StubJson.write(sent().stream()
                        .map(s -> Map.of(
                                "chat_id",
                                s.chatId(),
                                "text",
                                s.text(),
                                "message_id",
                                s.messageId(),
                                "buttons",
                                s.buttons()))
                        .toList()));
            }
            case "/__say" ->
                say(number(parameters, "chat_id"), parameters.get("text").toString());
            case "/__press" ->
                press(number(parameters, "chat_id"), parameters.get("data").toString());
            case "/__fail" -> failNext((int) number(parameters, "times"), (int) number(parameters, "status"));
            case "/__retry_after" -> tooManyFor(Duration.ofSeconds(number(parameters, "seconds")));
            case "/__drop" -> dropNextAnswers((int) number(parameters, "times"));
            case "/__block" -> block(number(parameters, "chat_id"));
            case "/__clear" -> clear();
            default -> {
                return StubTelegramReply.error(404, "Not Found");
            }
        }
        return StubTelegramReply.raw("{}");
    }

    static long number(Map<String, Object> parameters, String name) {
        return Long.parseLong(parameters.get(name).toString());
    }

    private static Map<String, Object> parameters(HttpExchange exchange) throws IOException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (body.startsWith("{")) {
            parameters.putAll(StubJson.object(body));
        }
        return parameters;
    }
}
