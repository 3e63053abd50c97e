package dev.moa.trading.connection;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.InvalidValue;
import dev.moa.platform.json.Json;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What kinds of things an account may trade: futures at a broker only once they were chosen. */
@Singleton
class Products {
    static final String MEMBER = "allowed_products";
    private static final Set<String> ALL = Set.of("stock", "etf", "spot", "futures");
    private static final Set<String> AT_BROKERS = Set.of("stock", "etf", "spot");

    private final ConnectionStore store;
    private final Json json;
    private final Map<AccountId, Set<String>> known = new ConcurrentHashMap<>();

    Products(ConnectionStore store, Json json) {
        this.store = store;
        this.json = json;
    }

    /** The part of the limits that names products, as JSON for the account's row. */
    String chosen(Map<String, Object> limits) {
        Object named = limits.get(MEMBER);
        return json.write(named == null ? Map.of() : Map.of(MEMBER, List.copyOf(parsed(named))));
    }

    /** The limits without the products. */
    static Map<String, Object> without(Map<String, Object> limits) {
        Map<String, Object> others = new LinkedHashMap<>(limits);
        others.remove(MEMBER);
        return others;
    }

    private static Set<String> parsed(Object named) {
        Set<String> products = new TreeSet<>();
        if (named instanceof List<?> list) {
            list.forEach(one -> products.add(String.valueOf(one).toLowerCase(Locale.ROOT)));
        }
        if (products.isEmpty() || !ALL.containsAll(products)) {
            throw new InvalidValue(MEMBER, "must name some of stock, etf, spot and futures");
        }
        return products;
    }

    Set<String> of(AccountId account, boolean atBroker) {
        return known.computeIfAbsent(account, id -> {
            Object named = store.limits(id).get(MEMBER);
            return named == null ? (atBroker ? AT_BROKERS : ALL) : parsed(named);
        });
    }

    void changed(AccountId account) {
        known.remove(account);
    }

    static String productOf(Instrument instrument) {
        return switch (instrument.listing().product()) {
            case PERPETUAL -> "futures";
            case COIN -> "spot";
            case STOCK -> "stock";
            case ETF, ETN, ELW -> "etf";
        };
    }
}
