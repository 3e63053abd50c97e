package dev.moa.trading.household;

import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.simulation.Meeting;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
final class JdbcMeetingStore implements MeetingStore {
    /** Of a meeting whose fill is to be booked: when it was agreed no longer matters. */
    private static final long STORED = 0;

    private final Sql sql;

    JdbcMeetingStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Meeting meeting) {
        int added = sql.update(
                "INSERT INTO household_meeting (meeting_id, account_id, order_id, taker_order_id, price, quantity, at)"
                        + " SELECT ?, account_id, ?, ?, ?, ?, ? FROM account"
                        + " WHERE account_id = ? AND lane_epoch = ? FOR SHARE",
                meeting.id(),
                meeting.maker().value(),
                meeting.taker().value(),
                meeting.price().value(),
                meeting.quantity().value(),
                meeting.at(),
                meeting.account().value(),
                meeting.epoch());
        if (added != 1) {
            throw new DependencyAway("trading");
        }
    }

    @Override
    public List<Meeting> book(AccountId account, Instant now) {
        return sql.list(
                "WITH booked AS (UPDATE household_meeting SET booked_at = ?"
                        + " WHERE account_id = ? AND booked_at IS NULL RETURNING *)"
                        + " SELECT * FROM booked ORDER BY meeting_id",
                rs -> new Meeting(
                        uuid(rs, "meeting_id"),
                        account,
                        new OrderId(uuid(rs, "order_id")),
                        new OrderId(uuid(rs, "taker_order_id")),
                        new Price(decimal(rs, "price")),
                        new Quantity(decimal(rs, "quantity")),
                        instant(rs, "at"),
                        STORED),
                now,
                account.value());
    }

    @Override
    public List<AccountId> waiting() {
        return sql.list(
                "SELECT DISTINCT account_id FROM household_meeting WHERE booked_at IS NULL",
                rs -> new AccountId(uuid(rs, "account_id")));
    }
}
