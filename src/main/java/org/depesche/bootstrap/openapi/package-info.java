/**
 * Completes the OpenAPI document that Quarkus generates from the code: inheritance by {@code allOf}, typed parameters, the
 * problems of every operation, open enums, a fixed order. The pages of the documentation read the result.
 */
@NullMarked
package org.depesche.bootstrap.openapi;

import org.jspecify.annotations.NullMarked;
