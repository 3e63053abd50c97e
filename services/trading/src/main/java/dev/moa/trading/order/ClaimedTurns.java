package dev.moa.trading.order;

import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.platform.idempotency.Answer;
import dev.moa.platform.idempotency.Claim;
import dev.moa.platform.idempotency.IdempotencyStore;
import dev.moa.platform.idempotency.StoredAnswer;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.LaneTurn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What moves money has one effect per idempotency key: its row and the effect are one transaction. */
@Singleton
public class ClaimedTurns {
    private final IdempotencyStore keys;

    ClaimedTurns(IdempotencyStore keys) {
        this.keys = keys;
    }

    /** What was decided. */
    public sealed interface Decision {
        /** It is done; answered with 202 and this. */
        record Done(Object view) implements Decision {}

        record Refused(RiskVerdict verdict) implements Decision {}

        static Decision refused(String code, String message) {
            return new Refused(new RiskVerdict(List.of(new Refusal(code, message))));
        }
    }

    /** @param replayed whether the answer was given before; a refusal is a problem instead */
    public record Taken(StoredAnswer answer, boolean replayed, Problem problem) {}

    /** Runs the work on the lane, or gives the answer again that this claim got before. */
    public Taken take(Claim claim, AccountLane lane, Function<LaneTurn, Decision> work) {
        Taken taken = lane.call(turn -> take(claim, turn, work));
        CrashPoint.at("CP02");
        return taken;
    }

    private Taken take(Claim claim, LaneTurn turn, Function<LaneTurn, Decision> work) {
        try {
            Optional<StoredAnswer> earlier = keys.begin(claim);
            if (earlier.isPresent()) {
                return new Taken(earlier.get(), true, null);
            }
        } catch (Problem keyInUse) {
            return new Taken(null, false, keyInUse);
        }
        Decision decision = work.apply(turn);
        CrashPoint.at("CP01");
        return switch (decision) {
            case Decision.Done(Object view) -> new Taken(keys.complete(claim, new Answer(202, view)), false, null);
            case Decision.Refused(RiskVerdict verdict) -> {
                Problem problem = Refusals.problem(verdict);
                keys.refuse(claim, problem);
                yield new Taken(null, false, problem);
            }
        };
    }
}
