package dev.moa.auth.invite;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

@Controller("/api/v1/admin/invites")
@ExecuteOn(TaskExecutors.BLOCKING)
class InviteController {

    private final Invites invites;

    InviteController(Invites invites) {
        this.invites = invites;
    }

    @Post
    @Status(HttpStatus.CREATED)
    InviteView make(Caller caller, @Body InviteRequest request) {
        String email = request.email() == null ? null : request.email().strip().toLowerCase(Locale.ROOT);
        var made = invites.make(caller, new Invites.Wish(request.role(), email, request.expires()));
        return view(made.invite(), made.code());
    }

    @Get
    Page<InviteView> list(Caller caller, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Page.of(invites.list(caller, page.before(), page.fetch()), page, Invite::inviteId)
                .map(invite -> view(invite, null));
    }

    @Delete("/{inviteId}")
    @Status(HttpStatus.NO_CONTENT)
    void takeBack(Caller caller, UUID inviteId) {
        invites.takeBack(caller, inviteId);
    }

    private static InviteView view(Invite invite, String code) {
        return new InviteView(
                invite.inviteId(),
                code,
                invite.role(),
                invite.emailKey(),
                invite.createdAt(),
                invite.expiresAt(),
                invite.usedBy() != null);
    }

    @Serdeable
    record InviteRequest(
            @Nullable String role,
            @Nullable String email,
            @Nullable Instant expires) {}

    /** The code stands in the answer to the making only. */
    @Serdeable
    record InviteView(
            UUID inviteId,
            @Nullable String code,
            String role,
            @Nullable String email,
            Instant createdAt,
            Instant expiresAt,
            boolean used) {}
}
