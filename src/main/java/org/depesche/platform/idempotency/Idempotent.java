package org.depesche.platform.idempotency;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * This POST takes {@code IdempotencyStore-Key}: the same key with the same request gets the first answer again, for a day. The
 * body is read into memory; an endpoint that streams its body uses {@link IdempotencyStore} itself.
 */
@NameBinding
@Documented
@Target({ METHOD, TYPE })
@Retention(RUNTIME)
public @interface Idempotent {

    /** What OpenAPI says of the header, on every method that takes it. */
    String HEADER_DESCRIPTION = "Makes repeating this request safe: the same key with the same request gets the first answer again, "
            + "for 24 hours, marked by `Idempotent-Replayed`";

    String HEADER_EXAMPLE = "5f0c1b1e-8a0f-4c6e-9d57-3a3c2f6d1b10";

    /** The answer holds a secret, so it is kept encrypted under what only its caller has. */
    boolean secret() default false;
}
