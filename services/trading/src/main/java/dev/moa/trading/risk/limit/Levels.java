package dev.moa.trading.risk.limit;

import dev.moa.domain.risk.RiskLevel;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Which level somebody means, and whether it is theirs to look at and to change. */
@Singleton
class Levels {
    /** @param owner whose level it is; null for the household */
    record Level(LevelKey key, UUID owner) {}

    static final String HOUSEHOLD = "manage_household";
    private static final String APPROVE = "approve_orders";

    private final LimitStore store;

    Levels(LimitStore store) {
        this.store = store;
    }

    /**
     * Own levels, the household's, and everybody's for who manages the household; other people's do not exist.
     *
     * @param word null for the caller's own
     * @param id null where the word says it all
     */
    Level visible(Caller caller, String word, UUID id) {
        RiskLevel level = level(word);
        if (level == RiskLevel.HOUSEHOLD) {
            return new Level(LevelKey.HOUSEHOLD, null);
        }
        if (level == RiskLevel.USER && id == null) {
            return new Level(LevelKey.user(caller.userId()), caller.userId());
        }
        if (id == null) {
            throw Problem.invalid().field("id", "is required for the level " + level.word());
        }
        UUID owner = store.owner(new LevelKey(level, id))
                .or(() -> level == RiskLevel.USER ? Optional.of(id) : Optional.empty())
                .filter(person -> person.equals(caller.userId()) || caller.may(HOUSEHOLD))
                .orElseThrow(Problem::notFound);
        return new Level(new LevelKey(level, id), owner);
    }

    /** As {@link #visible}; the household's are changed by who manages it. */
    Level changeable(Caller caller, String word, UUID id) {
        Level level = visible(caller, word, id);
        if (level.owner() == null) {
            caller.require(HOUSEHOLD);
        }
        return level;
    }

    private static RiskLevel level(String word) {
        if (word == null || word.isBlank()) {
            return RiskLevel.USER;
        }
        return Arrays.stream(RiskLevel.values())
                .filter(level -> level.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid().field("level", "must be user, account, strategy or household"));
    }

    /** Whether this person may say yes to what somebody else wants loosened: never to a level of their own. */
    static boolean isSecondAdult(Caller caller, UUID requestedBy, UUID owner) {
        return (caller.may(HOUSEHOLD) || caller.may(APPROVE))
                && !caller.userId().equals(requestedBy)
                && !caller.userId().equals(owner);
    }

    /** Somebody who manages the household and is not concerned decides at once, being the second adult already. */
    static boolean decidesAlone(Caller caller, Level level) {
        return level.owner() != null && !level.owner().equals(caller.userId()) && caller.may(HOUSEHOLD);
    }
}
