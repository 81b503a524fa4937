/**
 * Completes the OpenAPI document that the code yields: inheritance by {@code allOf}, typed parameters, every problem of every
 * operation, open enums, one fixed order. Part of the composition root; nobody imports it.
 */
@NullMarked
package org.depesche.bootstrap.openapi;

import org.jspecify.annotations.NullMarked;
