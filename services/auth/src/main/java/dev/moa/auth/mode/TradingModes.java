package dev.moa.auth.mode;

import jakarta.inject.Singleton;
import java.util.UUID;

/** How people trade, as trading told last. Trading decides; this is for showing only. */
@Singleton
public class TradingModes {

    private final ModeStore store;

    TradingModes(ModeStore store) {
        this.store = store;
    }

    public String of(UUID userId) {
        return store.find(userId).orElse("PAPER");
    }
}
