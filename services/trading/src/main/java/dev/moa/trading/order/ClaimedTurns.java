package dev.moa.trading.order;

import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.platform.crash.CrashPoint;
import dev.moa.platform.idempotency.Answer;
import dev.moa.platform.idempotency.Claim;
import dev.moa.platform.idempotency.IdempotencyStore;
import dev.moa.platform.idempotency.StoredAnswer;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.sql.SqlFailure;
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

    /**
     * Runs the work on the lane, or gives the answer again that this claim got before. Looked up before the lane, on which
     * every order of the account waits; whoever overtakes in between makes the key's row a duplicate, and undoes this.
     */
    public Taken take(Claim claim, AccountLane lane, Function<LaneTurn, Decision> work) {
        Optional<Taken> earlier = earlier(claim);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Taken taken;
        try {
            taken = lane.call(turn -> take(claim, turn, work));
        } catch (SqlFailure failure) {
            return Optional.of(failure)
                    .filter(SqlFailure::isDuplicate)
                    .flatMap(overtaken -> earlier(claim))
                    .orElseThrow(() -> failure);
        }
        CrashPoint.at("CP02");
        return taken;
    }

    private Optional<Taken> earlier(Claim claim) {
        try {
            return keys.find(claim).map(answer -> new Taken(answer, true, null));
        } catch (Problem reused) {
            return Optional.of(new Taken(null, false, reused));
        }
    }

    private Taken take(Claim claim, LaneTurn turn, Function<LaneTurn, Decision> work) {
        if (turn.journal().holds(IdempotencyStore.INSERT, claim)) {
            return new Taken(null, false, IdempotencyStore.inProgress());
        }
        Decision decision = work.apply(turn);
        CrashPoint.at("CP01");
        return switch (decision) {
            case Decision.Done(Object view) -> {
                IdempotencyStore.Kept kept = keys.kept(claim, new Answer(202, view));
                turn.journal().set(IdempotencyStore.INSERT, claim, kept.row());
                yield new Taken(kept.answer(), false, null);
            }
            case Decision.Refused(RiskVerdict verdict) -> {
                Problem problem = Refusals.problem(verdict);
                turn.journal()
                        .set(
                                IdempotencyStore.INSERT,
                                claim,
                                keys.kept(claim, problem).row());
                yield new Taken(null, false, problem);
            }
        };
    }
}
