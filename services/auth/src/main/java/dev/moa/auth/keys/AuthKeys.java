package dev.moa.auth.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import dev.moa.crypto.keys.KeyFileException;
import dev.moa.crypto.keys.SigningKey;
import dev.moa.crypto.keys.SigningKeyFile;
import dev.moa.platform.identity.TokenKeys;
import dev.moa.platform.settings.BadSetting;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.Optional;

/** The signing key of access tokens. Loaded at start: without a usable key this service must not pretend to work. */
@Context
@Primary
class AuthKeys implements TokenKeys {

    private static final String FILE = "token-signing.pem";

    private final SigningKey current;

    AuthKeys(@Property(name = "moa.keys-dir") Path folder) {
        try {
            current = new SigningKeyFile(folder.resolve(FILE)).loadOrCreate();
        } catch (KeyFileException unusable) {
            throw new BadSetting(unusable.getMessage());
        }
    }

    SigningKey current() {
        return current;
    }

    @Override
    public Optional<ECPublicKey> find(String kid) {
        return current.id().equals(kid) ? Optional.of(current.publicKey()) : Optional.empty();
    }

    /** The public half as a JWK set. */
    Map<String, Object> published() {
        ECKey key = new ECKey.Builder(Curve.P_256, current.publicKey())
                .keyID(current.id())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
        return new JWKSet(key).toJSONObject(true);
    }
}
