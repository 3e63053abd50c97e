package dev.moa.trading.approval;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.MoneyMoving;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Orders of strategies that wait for a person. Deciding is harmless to repeat. */
@Controller("/api/v1/signals/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApprovalController {
    private final Approvals approvals;
    private final ApprovalDecisions decisions;

    ApprovalController(Approvals approvals, ApprovalDecisions decisions) {
        this.approvals = approvals;
        this.decisions = decisions;
    }

    /** @param status waiting, approved, refused, expired or failed; all if left out */
    @Get
    Page<ApprovalView> list(
            Caller caller,
            @Nullable @QueryValue String status,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return approvals
                .list(caller, states(status), PageRequest.of(limit, cursor))
                .map(ApprovalView::of);
    }

    @Get("/{id}")
    ApprovalView get(Caller caller, UUID id) {
        return ApprovalView.of(approvals.find(caller, id));
    }

    @Post("/{id}/approve")
    @MoneyMoving
    ApprovalView approve(Caller caller, UUID id) {
        return ApprovalView.of(decisions.approve(caller, id));
    }

    @Post("/{id}/refuse")
    ApprovalView refuse(Caller caller, UUID id) {
        return ApprovalView.of(decisions.refuse(caller, id));
    }

    private static List<String> states(String status) {
        if (status == null) {
            return List.of();
        }
        try {
            return List.of(Approval.State.valueOf(status.strip().toUpperCase(Locale.ROOT))
                    .name());
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid().field("status", "must be waiting, approved, refused, expired or failed");
        }
    }
}
