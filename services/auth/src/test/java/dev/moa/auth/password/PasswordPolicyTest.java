package dev.moa.auth.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy =
            new PasswordPolicy(new PasswordSettings(12, 19_456, 2, 2, Duration.ofSeconds(5)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "tr0ub4dor&3 x",
                "우리집 강아지는 복슬강아지",
                "🐎🔋📎🐎🔋📎a b c d ",
                "no-digits-needed",
                "739105826471"
            })
    void whatIsLongAndNotCommonIsGood(String password) {
        assertEquals("", objection(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "Xk9!vQ2#pL7",
                "password1234",
                "Password 2026!",
                "PASSWORDPASSWORD",
                "qwertyuiop1234567",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "bitcoin20262026",
                "비밀번호123456789",
                "kimchulsoo1988!",
                "Kim.Chulsoo@example.org"
            })
    void whatIsShortOrCommonOrOnesOwnNameIsNot(String password) {
        assertTrue(!objection(password).isEmpty(), password);
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        assertEquals("", objection("가나다라마바사아자차카타"));
        assertEquals("", objection("x1".repeat(60) + "yzabc"));
        assertTrue(!objection("가".repeat(10)).isEmpty());
        assertTrue(!objection("abcde".repeat(30)).isEmpty(), "more than 128");
    }

    private String objection(String password) {
        return policy.objection(password, List.of("kimchulsoo", "Kim Chulsoo", "kim.chulsoo@example.org"))
                .orElse("");
    }
}
