package dev.moa.platform.settings;

import io.micronaut.context.env.PropertyExpressionResolver;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.value.PropertyResolver;
import java.util.Optional;

/** {@code ${secret.MOA_DB_PASSWORD}} in a configuration file: the secret of that name, empty when it is not given. */
public final class SecretExpressions implements PropertyExpressionResolver {

    private static final String PREFIX = "secret.";

    @Override
    public <T> Optional<T> resolve(
            PropertyResolver properties, ConversionService conversions, String expression, Class<T> type) {
        if (!expression.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String secret = SecretFiles.find(properties, expression.substring(PREFIX.length()))
                .orElse("");
        return conversions.convert(secret, type);
    }
}
