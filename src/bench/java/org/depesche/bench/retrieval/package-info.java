/**
 * How well the right article is found, on real German news: the service's own index beside what anybody gets for nothing. Tuned
 * on
 * articles with even numbers; what is reported is of those with odd ones.
 */
@NullMarked
package org.depesche.bench.retrieval;

import org.jspecify.annotations.NullMarked;
