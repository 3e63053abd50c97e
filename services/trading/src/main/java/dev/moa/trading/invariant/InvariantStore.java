package dev.moa.trading.invariant;

import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.AccountId;
import java.util.List;
import java.util.UUID;

interface InvariantStore {
    /** What the query finds wrong, in words; not more than a person would read. */
    List<String> broken(String query, Object... parameters);

    List<UUID> accounts();

    /** The account's book as a lane would read it now. */
    Portfolio book(AccountId account);
}
