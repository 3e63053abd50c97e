package dev.moa.notification.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void marksOfHtmlAreShownAndNotObeyed() {
        assertEquals("&lt;b&gt;&amp;lt;&quot;'", Html.text("<b>&lt;\"'"));
        assertEquals("<b>a &lt; b</b>", Html.bold("a < b"));
    }

    @Test
    void nothingHiddenAndNothingThatTurnsTheTextStays() {
        assertEquals("ab", Html.text("a\u202e\u200b\u0000\u2028\ud800\u0007b"));
        assertEquals("한글 😀", Html.text("한글 😀"));
    }

    @Test
    void oneValueNeverFillsTheMessage() {
        assertEquals(300, Html.text("x".repeat(5_000)).length());
        assertEquals(600, Html.text("😀".repeat(5_000)).length());
    }
}
