package dev.moa.trading.fault.venue;

/** What is ordered while the market stands at 100. */
enum Kind {
    RESTS("\"type\":\"LIMIT\",\"quantity\":\"0.5\",\"price\":\"90\"", "ACCEPTED"),
    TRADES("\"type\":\"LIMIT\",\"quantity\":\"0.4\",\"price\":\"101\"", "FILLED"),
    MARKET("\"type\":\"MARKET\",\"quantity\":\"0.3\"", "FILLED");

    private final String terms;
    private final String becomes;

    Kind(String terms, String becomes) {
        this.terms = terms;
        this.becomes = becomes;
    }

    String body(String account) {
        return "{\"account_id\":\"" + account + "\",\"instrument\":\"" + VenueBench.BTC + "\",\"side\":\"BUY\"," + terms
                + "}";
    }

    /** Its state once the venue has it. */
    String becomes() {
        return becomes;
    }
}
