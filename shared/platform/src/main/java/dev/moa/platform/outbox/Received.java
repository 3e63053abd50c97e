package dev.moa.platform.outbox;

import dev.moa.contract.Envelope;
import dev.moa.contract.Fact;

/** A fact as it arrived, in its newest version, with its envelope. */
public record Received<T extends Fact>(Envelope envelope, T fact) {}
