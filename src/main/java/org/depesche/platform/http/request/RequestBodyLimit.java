package org.depesche.platform.http.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The maximum size of an endpoint's request body in bytes; a larger body is a 413. Without this annotation {@code
 * depesche.http.body-limit} applies.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequestBodyLimit {

    long value();
}
