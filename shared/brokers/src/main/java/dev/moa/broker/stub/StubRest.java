package dev.moa.broker.stub;

import dev.moa.broker.http.Fields;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.broker.http.VenueAway;
import dev.moa.broker.http.VenueJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;

/** Requests to the exchange, each sent once, and what is known after it. */
final class StubRest {
    /** The refusals the exchange documents: nothing was done. */
    private static final Set<String> REFUSALS =
            Set.of("refused", "insufficient_funds", "duplicate_client_id", "unknown_order", "order_closed");

    private static final Duration UNSAID = Duration.ofSeconds(1);

    /** What is known after a request. */
    sealed interface Answer {
        /** Carried out. */
        record Done(Fields content) implements Answer {}

        /** Refused by a documented code: not carried out. */
        record Refused(String code, String message) implements Answer {}

        /** Refused for its rate: not carried out, and not to be asked before so long. */
        record SlowDown(Duration pause) implements Answer {}

        /** Not a byte left. */
        record NeverSent(String why) implements Answer {}

        /** Sent, and nobody knows. */
        record Unknown(String why) implements Answer {}
    }

    private final HttpClient http;
    private final StubSettings settings;
    private final String key;

    StubRest(HttpClient http, StubSettings settings, String key) {
        this.http = http;
        this.settings = settings;
        this.key = key;
    }

    Answer send(String method, String target, String body) {
        try {
            HttpResponse<String> response = exchange(method, target, body);
            Fields content = new Fields(VenueJson.object(VenueJson.read(response.body())));
            if (response.statusCode() == 200) {
                return new Answer.Done(content);
            }
            String code = content.has("code") ? content.text("code") : "";
            if (code.equals("rate_limited")) {
                return new Answer.SlowDown(waitOf(response));
            }
            return REFUSALS.contains(code)
                    ? new Answer.Refused(code, content.text("message"))
                    : new Answer.Unknown("answered " + response.statusCode());
        } catch (UnreadableMessage e) {
            return new Answer.Unknown("unreadable answer: " + e.getMessage());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Answer.NeverSent("not reachable: " + e.getClass().getSimpleName());
        } catch (HttpTimeoutException e) {
            return new Answer.Unknown("no answer in time");
        } catch (IOException e) {
            return new Answer.Unknown("the connection broke: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        }
    }

    /** A question; a refusal is an answer, everything else that is none throws {@link VenueAway}. */
    Answer ask(String target) {
        Answer answer = send("GET", target, null);
        return switch (answer) {
            case Answer.Done done -> done;
            case Answer.Refused refused when refused.code().equals("unknown_order") -> refused;
            case Answer.Refused refused -> throw new VenueAway(refused.message());
            case Answer.SlowDown slow -> throw new VenueAway("asked to slow down for " + slow.pause());
            case Answer.NeverSent never -> throw new VenueAway(never.why());
            case Answer.Unknown unknown -> throw new VenueAway(unknown.why());
        };
    }

    Fields read(String target) {
        return switch (ask(target)) {
            case Answer.Done done -> done.content();
            case Answer other -> throw new VenueAway("does not know what was asked for");
        };
    }

    private static Duration waitOf(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(UNSAID);
    }

    private HttpResponse<String> exchange(String method, String target, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.rest() + target))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(settings.answerWithin())
                .header("X-Key", key)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
