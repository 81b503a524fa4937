/**
 * The pages for people below {@code /docs}: {@link org.depesche.bootstrap.docs.DocsResource} has the entry page and the
 * console, {@link org.depesche.bootstrap.docs.ChaptersResource} the chapters of {@code src/main/docs},
 * {@link org.depesche.bootstrap.docs.OpenApiDocumentsResource} the OpenAPI documents. No other room uses this one, and its
 * examples never show what is not public.
 */
@NullMarked
package org.depesche.bootstrap.docs;

import org.jspecify.annotations.NullMarked;
