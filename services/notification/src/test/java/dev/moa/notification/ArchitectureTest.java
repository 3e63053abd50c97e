package dev.moa.notification;

import dev.moa.testkit.ArchitectureRules;
import java.util.List;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super(
                "dev.moa.notification",
                List.of(
                        List.of("inbox"),
                        List.of("push", "chat"),
                        List.of("approval"),
                        List.of("telegram", "live"),
                        List.of("delivery", "socket", "preference", "price")));
    }
}
