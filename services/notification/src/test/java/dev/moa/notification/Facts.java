package dev.moa.notification;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.moa.contract.Contract;
import dev.moa.contract.Fact;
import dev.moa.contract.TradingEvents;
import dev.moa.platform.Ids;
import dev.moa.platform.json.Json;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Tells facts over RabbitMQ as the other services would. */
public final class Facts implements AutoCloseable {
    private static final String QUEUE = "moa.notification.inbox";
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

    private final Supplier<Json> json;
    private final Connection connection;
    private final Channel channel;

    Facts(String virtualHost, Supplier<Json> json) {
        this.json = json;
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(Servers.rabbit().host());
        factory.setPort(Servers.rabbit().port());
        factory.setUsername(Servers.rabbit().user());
        factory.setPassword(Servers.rabbit().password());
        factory.setVirtualHost(virtualHost);
        try {
            connection = factory.newConnection("facts of the test");
            Await.until("the service listens", this::isHeard);
            channel = connection.createChannel();
            channel.confirmSelect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isHeard() throws IOException, TimeoutException {
        try (Channel probe = connection.createChannel()) {
            return probe.queueDeclarePassive(QUEUE).getConsumerCount() == 1;
        }
    }

    /** An envelope with its fact, ready to be sent once or more often. */
    public record Letter(UUID eventId, String name, String text) {}

    public Letter letter(UUID owner, String subject, Fact fact) {
        Contract contract = fact.getClass().getAnnotation(Contract.class);
        String family = fact.getClass().getEnclosingClass().getSimpleName();
        Map<String, Object> envelope = new LinkedHashMap<>();
        UUID eventId = Ids.next();
        envelope.put("event_id", eventId.toString());
        envelope.put("name", contract.name());
        envelope.put("version", contract.version());
        envelope.put("time", TIME.toString());
        envelope.put("source", family.replace("Events", "").toLowerCase(Locale.ROOT));
        envelope.put("subject", subject);
        if (owner != null) {
            envelope.put("owner", owner.toString());
        }
        String head = json.get().write(envelope);
        String text =
                head.substring(0, head.length() - 1) + ",\"data\":" + json.get().write(fact) + "}";
        return new Letter(eventId, contract.name(), text);
    }

    /** Sends it and waits until RabbitMQ has it. */
    public void send(Letter letter) {
        send(List.of(letter));
    }

    private void send(List<Letter> letters) {
        try {
            for (Letter letter : letters) {
                channel.basicPublish(
                        "moa.events",
                        letter.name(),
                        MessageProperties.PERSISTENT_TEXT_PLAIN,
                        letter.text().getBytes(StandardCharsets.UTF_8));
            }
            channel.waitForConfirmsOrDie(20_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public UUID tell(UUID owner, Fact fact) {
        Letter letter = letter(owner, UUID.randomUUID().toString(), fact);
        send(letter);
        return letter.eventId();
    }

    /** A buy of this quantity was filled, for this person. */
    public UUID fill(UUID owner, String quantity) {
        return tell(owner, fillOf(quantity));
    }

    /** That many at once. */
    public void fills(UUID owner, int count) {
        send(IntStream.rangeClosed(1, count)
                .mapToObj(i -> letter(owner, "order " + i, fillOf("0." + i)))
                .toList());
    }

    /** Marks the end of what was told before: facts have their effect in order, so all of it has had its own by then. */
    public void settle(Person person) {
        fill(person.id(), "0.777");
        Await.until(
                "everything told has had its effect",
                () -> person.inbox().toString().contains("0.777 @"));
    }

    public static TradingEvents.OrderFilled fillOf(String quantity) {
        return new TradingEvents.OrderFilled(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "BINANCE:BTCUSDT",
                "BUY",
                new BigDecimal("50000.10"),
                new BigDecimal(quantity),
                new BigDecimal("0.05"),
                "USDT",
                "FILLED",
                BigDecimal.ZERO,
                TIME,
                "PAPER",
                null,
                "manual");
    }

    public static TradingEvents.OrderUpdated updateOf(String status, String cause) {
        return new TradingEvents.OrderUpdated(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "UPBIT:KRW-BTC",
                "SELL",
                "LIMIT",
                status,
                new BigDecimal("2.0"),
                new BigDecimal("0.50"),
                null,
                new BigDecimal("90000000"),
                cause,
                "REAL");
    }

    @Override
    public void close() {
        connection.abort(1000);
    }
}
