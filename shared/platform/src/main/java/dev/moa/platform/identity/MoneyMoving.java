package dev.moa.platform.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller or its method: the call can move money, so it is refused with 503 {@code session_unverifiable} while
 * the caller's session cannot be looked up, unless it also {@link LowersRisk}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface MoneyMoving {}
