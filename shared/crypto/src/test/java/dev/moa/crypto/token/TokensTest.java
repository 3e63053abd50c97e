package dev.moa.crypto.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void tokensAreLongUrlSafeAndNeverTheSame() {
        String token = Tokens.random();
        assertTrue(token.matches("[A-Za-z0-9_-]{43}"), token);
        assertNotEquals(token, Tokens.random());
    }

    @Test
    void codesCanBeTypedCarelessly() {
        String code = Tokens.code();
        assertTrue(code.matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}"), code);
        assertEquals(
                Tokens.normalisedCode(code),
                Tokens.normalisedCode(" " + code.toLowerCase().replace('-', ' ')));
        assertEquals("0110", Tokens.normalisedCode("oIl0"));
    }

    @Test
    void theStorageHashIsPlainSha256() {
        // FIPS 180-4 example for "abc"
        byte[] expected = HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertArrayEquals(expected, Tokens.sha256("abc"));
        assertEquals(HexFormat.of().formatHex(expected), Tokens.sha256Hex("abc"));
    }

    @Test
    void onlyEqualSecretsAreEqual() {
        assertTrue(Tokens.equal("a secret", "a secret"));
        assertFalse(Tokens.equal("a secret", "a secreT"));
        assertFalse(Tokens.equal("a secret", "a secret "));
        assertFalse(Tokens.equal("a secret", ""));
    }
}
