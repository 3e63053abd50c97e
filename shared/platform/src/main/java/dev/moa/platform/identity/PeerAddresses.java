package dev.moa.platform.identity;

import dev.moa.platform.identity.InnerClient.Peer;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Where our services are: {@code MOA_AUTH_URL}, {@code MOA_TRADING_URL} and so on. */
@Singleton
class PeerAddresses {

    private final Environment settings;

    PeerAddresses(Environment settings) {
        this.settings = settings;
    }

    String of(Peer peer) {
        return settings.getProperty("moa." + peer.word() + "-url", String.class)
                .orElseThrow(() -> new IllegalStateException("MOA_" + peer.name() + "_URL is not set"));
    }
}
