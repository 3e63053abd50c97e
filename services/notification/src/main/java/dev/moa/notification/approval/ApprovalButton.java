package dev.moa.notification.approval;

import java.time.Instant;
import java.util.UUID;

/** What a press on a button means. */
record ApprovalButton(UUID userId, UUID approvalId, boolean approve, Instant expiresAt) {}
