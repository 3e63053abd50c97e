package dev.moa.testkit.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trade as the exchange tells it. */
public record ExchangeFill(
        String id,
        String number,
        String clientId,
        String instrument,
        String side,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal fee,
        String feeCurrency,
        Instant at) {

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("number", number);
        view.put("client_id", clientId);
        view.put("instrument", instrument);
        view.put("side", side);
        view.put("price", price.toPlainString());
        view.put("quantity", quantity.toPlainString());
        view.put("fee", fee.toPlainString());
        view.put("fee_currency", feeCurrency);
        view.put("at", at.toEpochMilli());
        return view;
    }
}
