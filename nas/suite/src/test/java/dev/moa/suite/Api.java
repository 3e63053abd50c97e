package dev.moa.suite;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who talks to the suite through its one address, as every client does. */
final class Api {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String address;
    private final String token;

    Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    record Reply(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asText();
        }

        Reply expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("expected " + wanted + " but got " + status + ": " + body);
            }
            return this;
        }
    }

    /** Makes the first account of the installation and signs in. */
    static Api firstAccount(String address) {
        Api nobody = new Api(address, null);
        nobody.post("/auth/register", null, """
                        {"email":"mina@example.org","username":"mina","password":"a quiet river at night","name":"Mina",\
                        "locale":"en"}""").expect(201);
        String token = nobody.post("/auth/login", null, """
                        {"username":"mina","password":"a quiet river at night","token_delivery":"body"}""").expect(200).text("access_token");
        return new Api(address, token);
    }

    /** Has another adult of the household let this person place as many orders a day as a test needs. */
    void raiseDailyTrades() {
        String code = post("/admin/invites", null, "{\"role\":\"admin\"}").text("code");
        Api nobody = new Api(address, null);
        nobody.post("/auth/register", null, """
                        {"email":"jun@example.org","username":"jun","password":"two lamps in the window","name":"Jun",\
                        "invite_code":"%s"}""".formatted(code)).expect(201);
        Api adult = new Api(
                address, nobody.post("/auth/login", null, """
                                {"username":"jun","password":"two lamps in the window","token_delivery":"body"}""").expect(200).text("access_token"));
        get("/portfolio/summary").expect(200);
        for (JsonNode level : get("/risk/status").expect(200).body().path("levels")) {
            String name = level.path("level").asText();
            if (name.equals("user") || name.equals("account")) {
                String id = level.path("id").asText();
                adult.send("PUT", "/risk/limits?level=" + name + "&id=" + id, null, "{\"max_daily_trades\":1000000}")
                        .expect(200);
            }
        }
    }

    Reply get(String path) {
        return send("GET", path, null, null);
    }

    Reply post(String path, String key, String body) {
        return send("POST", path, key, body);
    }

    /** All pages of a list. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = get(path + "?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200);
            page.body().path("items").forEach(items::add);
            cursor = page.body().path("next_cursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return items;
    }

    private Reply send(String method, String path, String key, String body) {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode answer = response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body());
            return new Reply(response.statusCode(), answer);
        } catch (IOException lost) {
            return new Reply(0, JSON.getNodeFactory().textNode(lost.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
