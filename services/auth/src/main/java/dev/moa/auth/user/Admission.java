package dev.moa.auth.user;

import dev.moa.auth.invite.Invite;
import dev.moa.auth.invite.Invites;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Who may join: anybody, whoever was invited, or nobody. */
@Singleton
class Admission {

    private final RegistrationSettings settings;
    private final Invites invites;

    Admission(RegistrationSettings settings, Invites invites) {
        this.settings = settings;
        this.invites = invites;
    }

    String mode() {
        return settings.mode();
    }

    /** The invite a newcomer comes in by, if one was needed or shown; 403 when the door stays shut. */
    Optional<Invite> admit(String code, String emailKey) {
        boolean shown = code != null && !code.isBlank();
        if (settings.mode().equals("closed")) {
            throw Problem.forbidden("registration_closed", "This installation takes no new people.");
        }
        if (settings.mode().equals("invite") && !shown) {
            throw Problem.forbidden("invite_required", "This installation takes new people by invite only.");
        }
        return shown ? Optional.of(invited(code, emailKey)) : Optional.empty();
    }

    void use(Invite invite, UUID accountId) {
        invites.use(invite, accountId);
    }

    private Invite invited(String code, String emailKey) {
        return invites.find(code, emailKey)
                .orElseThrow(() -> Problem.forbidden(
                        "invite_invalid", "This invite does not count: it is wrong, used or too old."));
    }
}
