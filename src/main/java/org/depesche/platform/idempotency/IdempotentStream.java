package org.depesche.platform.idempotency;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a POST method that accepts an {@code Idempotency-Key} and streams its body: it uses {@link IdempotencyStore} itself.
 * The annotation declares the header in the OpenAPI document; {@link Idempotent} is for all other methods.
 */
@Documented
@Target(METHOD)
@Retention(RUNTIME)
public @interface IdempotentStream {
}
