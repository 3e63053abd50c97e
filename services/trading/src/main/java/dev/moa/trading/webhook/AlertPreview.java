package dev.moa.trading.webhook;

import dev.moa.trading.signal.SignalPreview;
import dev.moa.trading.strategy.Strategy;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The echo of a dry run. */
@Singleton
class AlertPreview {
    private final SignalPreview preview;
    private final WebhookStore store;

    AlertPreview(SignalPreview preview, WebhookStore store) {
        this.preview = preview;
        this.store = store;
    }

    /** @param would what would have been done; @param notes what is odd about the alert */
    @Serdeable
    record Echo(boolean dryRun, String action, String symbol, SignalPreview.Would would, List<String> notes) {}

    Echo of(Strategy strategy, Alert alert) {
        List<String> notes = new ArrayList<>();
        store.find(strategy.id().value())
                .ifPresent(known ->
                        notes.addAll(Sequence.of(known.lastSeq(), alert.seq()).notes()));
        return new Echo(
                true,
                alert.action(),
                strategy.instrument().id().toString(),
                preview.of(strategy, alert.action(), alert.time()),
                notes);
    }
}
