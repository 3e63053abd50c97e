package dev.moa.trading.halt;

import dev.moa.trading.risk.limit.LevelKey;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the kill switch did, and what is left.
 *
 * @param level user, or household for the whole installation
 * @param on whether it holds now; the rest is about the last time when it does not
 * @param by null when it was set on the machine itself
 * @param settledAt when nothing was left
 * @param left empty when there is nothing at any venue
 */
@Serdeable
record KillSwitchReport(
        String level,
        UUID id,
        boolean on,
        @Nullable UUID switchId,
        @Nullable String cause,
        @Nullable UUID by,
        @Nullable Instant at,
        @Nullable Instant settledAt,
        @Nullable Instant liftedAt,
        List<Step> steps,
        List<AccountView> accounts,
        List<LeftView> left) {

    /** @param step block, cancel or flatten */
    @Serdeable
    record Step(String step, boolean done) {}

    /** @param step CANCELLING, FLATTENING or DONE */
    @Serdeable
    record AccountView(
            UUID accountId, String step, int openOrders, int positions, List<String> failures, Instant updatedAt) {}

    @Serdeable
    record LeftView(UUID accountId, String label, String broker, String venue, int openOrders, int positions) {}

    static KillSwitchReport off(LevelKey key, List<LeftView> left) {
        return new KillSwitchReport(
                key.level().word(),
                key.subject(),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                left);
    }

    static KillSwitchReport of(KillSwitch one, List<AccountStep> accounts, List<KillSwitchStore.LeftAtVenue> left) {
        boolean cancelled =
                left.stream().allMatch(venue -> venue.openOrders() == 0) && (one.settledAt() != null || one.isOn());
        return new KillSwitchReport(
                one.key().level().word(),
                one.key().subject(),
                one.isOn(),
                one.id(),
                one.cause(),
                one.by(),
                one.at(),
                one.settledAt(),
                one.liftedAt(),
                List.of(
                        new Step("block", true),
                        new Step("cancel", cancelled),
                        new Step("flatten", one.settledAt() != null)),
                accounts.stream()
                        .map(step -> new AccountView(
                                step.account().value(),
                                step.step(),
                                step.openOrders(),
                                step.positions(),
                                step.failures(),
                                step.updatedAt()))
                        .toList(),
                left.stream()
                        .map(venue -> new LeftView(
                                venue.accountId(),
                                venue.label(),
                                venue.broker(),
                                venue.venue(),
                                venue.openOrders(),
                                venue.positions()))
                        .toList());
    }
}
