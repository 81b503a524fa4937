package org.depesche.platform.http.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource whose use cases read the query through {@link QueryParameters} and verify them: mistakes in names are then told
 * together with mistakes in values. A resource that takes {@link QueryParameters} itself needs no such word. On a method that writes:
 * it hands {@link QueryParameters#takeErrors()} to the form of its body, which is verified before anything is done.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
public @interface CollectsErrors {
}
