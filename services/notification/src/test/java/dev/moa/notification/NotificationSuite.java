package dev.moa.notification;

import dev.moa.platform.json.Json;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.testkit.StubTelegram;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A running notification service on real servers; auth, trading and Telegram are played by the test. */
public final class NotificationSuite implements AutoCloseable {
    public static final String PUBLIC_URL = "https://moa.example";

    private final Map<String, Object> environment;
    private final MovableClock clock = new MovableClock();
    private final StubPeers peers = new StubPeers();
    private final StubTelegram telegram = new StubTelegram();
    private final Facts facts;
    private EmbeddedServer server;

    public NotificationSuite() {
        this(Map.of("MOA_TELEGRAM_BOT_TOKEN", StubTelegram.TOKEN));
    }

    public NotificationSuite(Map<String, String> more) {
        String virtualHost = Servers.rabbit().freshVirtualHost();
        environment = Servers.environment("notification", Servers.postgres().freshDatabase(), virtualHost);
        environment.put("MOA_AUTH_URL", peers.url());
        environment.put("MOA_TRADING_URL", peers.url());
        environment.put("MOA_TELEGRAM_API_URL", telegram.url());
        environment.put("MOA_TELEGRAM_POLL", "2s");
        environment.put("MOA_PUBLIC_URL", PUBLIC_URL);
        environment.putAll(more);
        start();
        facts = new Facts(virtualHost, () -> bean(Json.class));
    }

    /** Starts the process (again) on the same database. */
    public void start() {
        server = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("notification")
                .singletons(clock)
                .properties(Map.of("moa.service", "notification"))
                .propertySources(PropertySource.of(
                        "process", environment, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("process")))
                .run(EmbeddedServer.class);
    }

    /** Ends the process as its supervisor would, with time to say goodbye. */
    public void stop() {
        server.stop();
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public MovableClock clock() {
        return clock;
    }

    public StubPeers peers() {
        return peers;
    }

    public StubTelegram telegram() {
        return telegram;
    }

    public Facts facts() {
        return facts;
    }

    /** A new person, signed in. */
    public Person person(String name) {
        return again(UUID.randomUUID(), name);
    }

    /** The same person in another session. */
    public Person again(UUID id, String name) {
        return new Person(id, peers.token(id, name), () -> server.getURI(), () -> bean(Json.class));
    }

    /** A person whose chat with the bot is linked. */
    public Person linked(String name, long chat) {
        Person person = person(name);
        telegram.say(chat, "/start " + person.code());
        Await.until("the chat is linked", () -> telegram.textsTo(chat).stream().anyMatch(text -> text.contains("✅")));
        return person;
    }

    /** Somebody writes to the bot; answers everything that chat was told once this message has had its effect. */
    public List<String> said(long chat, String text) {
        return afterUpdate(chat, telegram.say(chat, text));
    }

    /** Everything a chat was told once this update has had its effect and nothing waits for the chat any more. */
    public List<String> afterUpdate(long chat, long updateId) {
        Await.until(
                "update " + updateId + " was handled",
                () -> count("SELECT count(*) FROM telegram_bot WHERE next_update > ?", updateId) == 1);
        Await.until(
                "nothing waits for chat " + chat,
                () -> count(
                                "SELECT count(*) FROM delivery WHERE state = 'PENDING' AND address = ?",
                                Long.toString(chat))
                        == 0);
        return telegram.textsTo(chat);
    }

    /** A number the service's own database gives. */
    public long count(String sql, Object... parameters) {
        return bean(Sql.class).one(sql, rs -> rs.getLong(1), parameters).orElseThrow();
    }

    /** A socket to {@code /ws} or one of its views; nobody has signed in yet. */
    public TestSocket socket(String path) {
        return TestSocket.open(server.getURI(), path, () -> bean(Json.class));
    }

    /** A socket somebody has signed in on. */
    public TestSocket socketOf(Person person) {
        TestSocket socket = socket("/ws");
        socket.signIn(person.token());
        return socket;
    }

    public URI address() {
        return server.getURI();
    }

    @Override
    public void close() {
        stop();
        facts.close();
        telegram.close();
        peers.close();
    }
}
