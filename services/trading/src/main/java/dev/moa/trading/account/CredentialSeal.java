package dev.moa.trading.account;

import dev.moa.crypto.keys.SecretKeyFile;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.json.Json;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Keeps what opens a person's account at a broker from lying in plain text: sealed for this one account by a key file. */
@Singleton
public class CredentialSeal {
    private final Path folder;
    private final Json json;
    private SecretKeyFile key;

    CredentialSeal(@Value("${MOA_KEYS_DIR:keys}") String folder, Json json) {
        this.folder = Path.of(folder);
        this.json = json;
    }

    /** Only this account's row gives it back. */
    public byte[] close(AccountId account, Map<String, String> credentials) {
        byte[] plain = json.write(credentials).getBytes(StandardCharsets.UTF_8);
        return key().seal(plain, label(account));
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys, and these were strings when they were sealed
    Map<String, String> open(AccountId account, byte[] sealed) {
        byte[] plain = key().open(sealed, label(account));
        return new HashMap<>(json.read(new String(plain, StandardCharsets.UTF_8), Map.class));
    }

    private static String label(AccountId account) {
        return "broker credentials of account " + account;
    }

    /** Made at first use: who has paper accounts only needs none. */
    private synchronized SecretKeyFile key() {
        if (key == null) {
            key = SecretKeyFile.loadOrCreate(folder.resolve("broker-credentials.key"));
        }
        return key;
    }
}
