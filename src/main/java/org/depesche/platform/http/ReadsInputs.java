package org.depesche.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource whose use cases read the query through {@link Inputs} and verify them: mistakes in names are then told
 * together with mistakes in values. A resource that takes {@link Inputs} itself needs no such word. On a method that writes:
 * it hands {@link Inputs#taken()} to the form of its body, which is verified before anything is done.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
public @interface ReadsInputs {
}
