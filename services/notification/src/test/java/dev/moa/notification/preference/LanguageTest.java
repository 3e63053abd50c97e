package dev.moa.notification.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void koreanInAnyFormIsKoreanAndEverythingElseEnglish() {
        for (String tag : List.of("ko", "ko-KR", "KO_kr", "ko-Hang")) {
            assertEquals(Language.KO, Language.of(tag), tag);
        }
        for (String tag : Arrays.asList(null, "", "en", "kok", "de-KO", "korean")) {
            assertEquals(Language.EN, Language.of(tag), String.valueOf(tag));
        }
    }
}
