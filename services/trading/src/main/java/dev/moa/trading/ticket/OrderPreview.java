package dev.moa.trading.ticket;

import dev.moa.domain.instrument.Charges;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.plan.PlanKind;
import dev.moa.domain.order.plan.PlanTerms;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Price;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an order would cost before it is sent, in the instrument's quote currency.
 *
 * @param referencePrice the price it is counted with: its limit, its stop price, or what the market asks; null when nobody knows one
 * @param margin what a contract would set aside; null when it is paid in full
 * @param reserved what it would take of the available money
 * @param warnings in plain words; @param refusals everything that speaks against it
 */
@Serdeable
record OrderPreview(
        String currency,
        @Nullable BigDecimal referencePrice,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal notional,
        @Nullable BigDecimal fee,
        @Nullable BigDecimal tax,
        @Nullable BigDecimal margin,
        @Nullable BigDecimal reserved,
        List<String> warnings,
        List<Reason> refusals) {

    @Serdeable
    record Reason(String code, String message) {
        static Reason of(Refusal refusal) {
            return new Reason(refusal.code(), refusal.message());
        }
    }

    static OrderPreview of(PlanTerms terms, Quote market, RiskVerdict verdict, Portfolio book) {
        OrderType type = terms.price() == null ? OrderType.MARKET : OrderType.LIMIT;
        OrderRequest whole = OrderRequest.of(terms.instrument(), terms.side(), type)
                .quantity(terms.quantity())
                .price(terms.price())
                .reduceOnly(terms.reduceOnly())
                .request();
        OrderPreview preview = of(whole, market, verdict, book);
        if (terms.kind() == PlanKind.BRACKET && terms.stopLoss() == null) {
            preview.warnings().add("There is no stop: the loss is not limited.");
        }
        return preview;
    }

    static OrderPreview of(OrderRequest request, Quote market, RiskVerdict verdict, Portfolio book) {
        List<String> warnings = new ArrayList<>();
        List<Reason> refusals = verdict.reasons().stream().map(Reason::of).toList();
        String currency = request.instrument().quote().code();
        Price expected =
                market == null ? null : FillModel.SIGNAL_CLOSE.taker(request.instrument(), request.side(), market);
        Price price = request.valuedAt(expected);
        if (price == null) {
            return new OrderPreview(currency, null, null, null, null, null, null, null, warnings, refusals);
        }
        OrderRequest sized = request.sized(price);
        BigDecimal notional = Decimals.canonical("notional", price.times(sized.quantity()));
        Charges charges = Charges.of(
                sized.instrument(),
                sized.side(),
                notional,
                sized.instrument().fees().taker(),
                market == null ? Instant.EPOCH : market.at());
        BigDecimal needed = sized.reduceOnly()
                ? BigDecimal.ZERO
                : Decimals.canonical(
                        "reserved", book.needed(sized.instrument(), sized.side(), sized.quantity(), price));
        warn(sized, market, book, warnings);
        return new OrderPreview(
                currency,
                price.value(),
                sized.quantity().value(),
                notional,
                charges.fee().amount(),
                charges.tax() == null || charges.tax().amount().signum() == 0
                        ? null
                        : charges.tax().amount(),
                sized.instrument().isMargined()
                        ? needed.subtract(charges.fee().amount()).max(BigDecimal.ZERO)
                        : null,
                needed,
                warnings,
                refusals);
    }

    private static void warn(OrderRequest request, Quote market, Portfolio book, List<String> warnings) {
        if (market == null) {
            return;
        }
        boolean buys = request.side().isBuy();
        Price stop = request.trigger().stopPrice();
        if (stop != null
                && (buys ? !market.last().isBelow(stop) : !market.last().isAbove(stop))) {
            warnings.add("The market is beyond the stop price already: the order trades at once.");
        }
        Price limit = request.price();
        if (request.type() == OrderType.LIMIT
                && limit != null
                && (buys ? !market.last().isAbove(limit) : !market.last().isBelow(limit))) {
            warnings.add(
                    request.postOnly()
                            ? "The order would trade at once and is refused as post-only."
                            : "The price is met already: the order trades at once.");
        }
        boolean protects =
                book.position(request.instrument().id()).map(Position::stopLoss).isPresent();
        if (protects && request.reduceOnly()) {
            warnings.add("The position has a stop of its own; it stays for what is left.");
        }
    }
}
