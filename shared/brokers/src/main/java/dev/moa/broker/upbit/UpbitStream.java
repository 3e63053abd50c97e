package dev.moa.broker.upbit;

import dev.moa.broker.FeedListener;
import dev.moa.broker.feed.FeedStream;
import dev.moa.broker.http.SocketSender;
import dev.moa.broker.http.UnreadableMessage;
import dev.moa.domain.instrument.InstrumentId;
import java.net.URI;
import java.util.Set;
import java.util.UUID;

/** The public stream: what is asked for, and what comes in. */
final class UpbitStream extends FeedStream {
    private final UpbitSettings settings;

    UpbitStream(UpbitSettings settings, Set<InstrumentId> instruments, FeedListener listener) {
        super(instruments, listener);
        this.settings = settings;
    }

    @Override
    public URI address() {
        return settings.stream();
    }

    @Override
    protected void subscribe(SocketSender sender) {
        if (!wanted().isEmpty()) {
            sender.text(UpbitMapper.subscription(UUID.randomUUID(), wanted()));
        }
    }

    @Override
    public void message(String text) {
        switch (UpbitMapper.message(text)) {
            case UpbitMessages.Trade message -> tell(UpbitMapper.trade(message));
            case UpbitMessages.Orderbook message -> tell(UpbitMapper.book(message));
            case UpbitMessages.Refusal refusal -> throw new UnreadableMessage("the venue refused a request");
            case UpbitMessages.Status status -> {
                // Its arrival is all there is to know; the socket has noted it.
            }
        }
    }

    @Override
    public void heartbeat(SocketSender sender) {
        sender.text("PING");
    }
}
