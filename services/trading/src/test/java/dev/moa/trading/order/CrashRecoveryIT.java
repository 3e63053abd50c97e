package dev.moa.trading.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CrashRecoveryIT {
    /** A process that ended after SUBMITTED was stored and before the venue's answer was. */
    @Test
    void aMarketOrderHandedInBeforeACrashIsFilledOnceAsSoonAsAPriceIsFound() throws SQLException {
        try (TradingSuite suite = new TradingSuite()) {
            Person person = suite.person("kim");
            suite.price("UPBIT:KRW-ETH", "3000000");
            var placed = person.order("""
                    {"instrument":"UPBIT:KRW-ETH","side":"BUY","type":"LIMIT","quantity":"0.1","price":"2900000"}""");
            Await.until(
                    "the order rests",
                    () -> person.get("/trading/orders/" + placed.at("order_id"))
                            .at("status")
                            .equals("ACCEPTED"));
            suite.market().away(true);
            suite.stop();
            UUID id = UUID.fromString((String) placed.at("order_id"));
            try (var database = Servers.postgres().superuser(suite.database());
                    var statement = database.prepareStatement("""
                            update trading.orders set status = 'SUBMITTED', type = 'MARKET', price = null
                            where order_id = ?""")) {
                statement.setObject(1, id);
                assertEquals(1, statement.executeUpdate());
            }

            suite.start();
            assertEquals("SUBMITTED", person.get("/trading/orders/" + id).at("status"), "nobody knows a price");
            suite.market().knows("UPBIT:KRW-ETH", "3000000");
            suite.market().away(false);
            Await.until(
                    "the order is filled",
                    () -> person.get("/trading/orders/" + id).at("status").equals("FILLED"));
            assertEquals(1, ((List<?>) person.get("/trading/history").at("items")).size());
        }
    }
}
