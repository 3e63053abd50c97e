package dev.moa.notification.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final String BOT = "moa_stub_bot";

    private static Command read(String text) {
        return Command.of(text, BOT);
    }

    @Test
    void aCommandIsReadHoweverItIsCapitalised() {
        for (String written : List.of(
                "/status", "/Status", "/STATUS", "  /status\n", "/status@moa_stub_bot", "/STATUS@Moa_Stub_Bot")) {
            assertEquals(new Command("status", ""), read(written), written);
        }
    }

    @Test
    void aCodeKeepsItsCapitals() {
        assertEquals(new Command("start", "AbC-_9z"), read("/Start AbC-_9z"));
        assertEquals(new Command("start", "AbC"), read("/start@moa_stub_bot \n AbC \n"));
    }

    @Test
    void whatIsMeantForAnotherBotIsNotForUs() {
        assertEquals(Command.FOR_ANOTHER_BOT, read("/status@other_bot").name());
        assertEquals("", read("/start@other_bot code").argument());
    }

    @Test
    void lookAlikesAndEverythingElseAreNoCommand() {
        for (String written : List.of(
                "status",
                "/ѕtatus",
                "/stаtus",
                "／status",
                "/status\u0000",
                "/status\u202e",
                "/sta tus now please",
                "/start one two",
                "/start <b>",
                "/start ../../etc",
                "//status",
                "/",
                "",
                "/help\u00a0",
                "/" + "a".repeat(21),
                "/start " + "a".repeat(65),
                "/status" + " ".repeat(300) + "x")) {
            assertEquals("", read(written).name(), written);
        }
    }
}
