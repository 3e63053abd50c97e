package dev.moa.testkit.exchange;

/** What is asked of the exchange. */
public enum Route {
    PLACE,
    CANCEL,
    AMEND,
    FIND,
    OPEN_ORDERS,
    ORDERS,
    FILLS,
    MOVEMENTS,
    ACCOUNT;

    static Route of(String method, String path, String query) {
        return switch (method + " " + path) {
            case "POST /orders" -> PLACE;
            case "DELETE /orders" -> CANCEL;
            case "PUT /orders" -> AMEND;
            case "GET /order" -> FIND;
            case "GET /orders" -> query.contains("open=true") ? OPEN_ORDERS : ORDERS;
            case "GET /fills" -> FILLS;
            case "GET /movements" -> MOVEMENTS;
            case "GET /account" -> ACCOUNT;
            default -> throw new IllegalArgumentException("no such route: " + method + " " + path);
        };
    }

    boolean changes() {
        return this == PLACE || this == CANCEL || this == AMEND;
    }
}
