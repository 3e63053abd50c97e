package dev.moa.trading.household;

import dev.moa.broker.paper.HouseholdBook;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one book in which the paper orders of all accounts meet. */
@Factory
class HouseholdFactory {
    @Singleton
    HouseholdBook household(Clock clock) {
        return new HouseholdBook(clock);
    }
}
