package dev.moa.platform.json;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Decimals go out as plain strings, so that no reader turns them into binary floats, and come in as strings or numbers,
 * digit by digit. Numbers nobody can mean are refused before they cost anything.
 */
@Singleton
@Order(-100)
class PlainDecimals implements Serde<BigDecimal> {

    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends BigDecimal> type, BigDecimal value)
            throws IOException {
        encoder.encodeString(value.toPlainString());
    }

    @Override
    public BigDecimal deserialize(Decoder decoder, DecoderContext context, Argument<? super BigDecimal> type)
            throws IOException {
        String text = decoder.decodeString();
        try {
            return Decimals.parse(text);
        } catch (NumberFormatException refused) {
            throw decoder.createDeserializationException(refused.getMessage(), null);
        }
    }

    @Override
    public BigDecimal deserializeNullable(Decoder decoder, DecoderContext context, Argument<? super BigDecimal> type)
            throws IOException {
        return decoder.decodeNull() ? null : deserialize(decoder, context, type);
    }
}
