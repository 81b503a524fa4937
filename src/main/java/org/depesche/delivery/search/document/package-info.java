/**
 * The fields and terms that an index has of an article, whatever the backend:
 * {@link org.depesche.delivery.search.document.ArticleTerms} is the analyzed article,
 * {@link org.depesche.delivery.search.document.IndexFields} and {@link org.depesche.delivery.search.document.FieldTerm} name
 * what can be searched. A change here raises {@code IndexFields.SCHEMA_VERSION}. This room never searches.
 */
@NullMarked
package org.depesche.delivery.search.document;

import org.jspecify.annotations.NullMarked;
