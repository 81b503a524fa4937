package org.depesche.platform.idempotency;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * Marks a POST method that accepts an {@code Idempotency-Key}: the same request with the same key gets the first
 * response again, for a day. The body is read into memory. An endpoint that streams its body uses
 * {@link IdempotencyStore} instead.
 */
@NameBinding
@Documented
@Target({ METHOD, TYPE })
@Retention(RUNTIME)
public @interface Idempotent {

    /** The description of the header in the OpenAPI document. */
    String HEADER_DESCRIPTION = "Makes repeating this request safe: the same key with the same request gets the first answer "
            + "again, for 24 hours, marked by `Idempotent-Replayed`";

    String HEADER_EXAMPLE = "5f0c1b1e-8a0f-4c6e-9d57-3a3c2f6d1b10";

    /** Whether the response contains a secret. Such a response is encrypted with a key that only its caller has. */
    boolean secret() default false;
}
