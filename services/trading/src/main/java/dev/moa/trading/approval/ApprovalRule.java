package dev.moa.trading.approval;

import dev.moa.platform.identity.Caller;

/** Who may see and decide about a waiting order: the person whose account it is. */
final class ApprovalRule {
    private ApprovalRule() {}

    static boolean mayDecide(Caller caller, Approval approval) {
        return caller.userId().equals(approval.userId());
    }
}
