/**
 * Completes the OpenAPI document that Quarkus generates from the code.
 * {@link org.depesche.bootstrap.openapi.OpenApiCompletion} runs at build time and calls the other classes, one for each rule
 * about operations; {@link org.depesche.bootstrap.openapi.DerivedDocuments} derives the smaller documents. A rule never
 * describes what the code does not do.
 */
@NullMarked
package org.depesche.bootstrap.openapi;

import org.jspecify.annotations.NullMarked;
