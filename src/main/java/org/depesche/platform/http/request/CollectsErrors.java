package org.depesche.platform.http.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource whose use cases read and verify the {@link QueryParameters}. Errors about unknown parameter names are
 * then reported together with errors about values. A resource that injects {@link QueryParameters} itself needs no
 * annotation.
 *
 * <p>On a method that writes: the method passes {@link QueryParameters#takeErrors()} to the form of its body. The form is
 * validated before anything is changed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
public @interface CollectsErrors {
}
