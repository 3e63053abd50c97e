package dev.moa.auth;

import dev.moa.testkit.ArchitectureRules;
import java.util.List;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super(
                "dev.moa.auth",
                List.of(
                        List.of("system"),
                        List.of("signin"),
                        List.of("session", "limit"),
                        List.of("user"),
                        List.of("invite", "password", "preference"),
                        List.of("keys")));
    }
}
