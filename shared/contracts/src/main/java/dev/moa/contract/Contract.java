package dev.moa.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The wire name of a message: its routing key on the exchange {@code moa.events} and the key of its golden file.
 * A record keeps its version while only optional fields are added; anything else is a new record and a new version.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Contract {
    /** Dotted lower-case name, for example {@code order.filled}. */
    String name();

    /** Starts at 1. */
    int version();
}
