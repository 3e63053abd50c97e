package dev.moa.platform.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@link MoneyMoving}: the call only makes a position or an exposure smaller (cancel, close, kill switch, halt),
 * so it must work while Redis is away; auth itself is asked about the session then.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface LowersRisk {}
