package dev.moa.trading.connection;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What trying an account's connection showed. */
@Serdeable
record TestView(boolean ok, long latencyMs, List<String> permissions, List<String> warnings) {}
