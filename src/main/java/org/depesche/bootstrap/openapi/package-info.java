/**
 * Completes the OpenAPI document that Quarkus generates from the code: inheritance by {@code allOf}, typed parameters,
 * the problems of every operation, open enums, a fixed order. Part of the composition root: no other package imports it.
 */
@NullMarked
package org.depesche.bootstrap.openapi;

import org.jspecify.annotations.NullMarked;
