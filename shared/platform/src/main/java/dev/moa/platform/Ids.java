package dev.moa.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Identities of everything we store: UUIDv7, so that ids of one process ascend and sort by time of birth. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id. Within one millisecond ids of this process still ascend. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
