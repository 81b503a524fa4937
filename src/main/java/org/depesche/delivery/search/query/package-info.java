/**
 * What is looked for, and how it is ranked, whatever keeps the index. Doors: {@link
 * org.depesche.delivery.search.query.Finding}, {@link org.depesche.delivery.search.query.Similar}, {@link
 * org.depesche.delivery.search.query.Meaning} and {@link org.depesche.delivery.search.query.Beginnings} to ask; a backend
 * brings
 * {@link org.depesche.delivery.search.query.Queries} and {@link org.depesche.delivery.search.query.Snapshot}. Knows no backend.
 */
@NullMarked
package org.depesche.delivery.search.query;

import org.jspecify.annotations.NullMarked;
