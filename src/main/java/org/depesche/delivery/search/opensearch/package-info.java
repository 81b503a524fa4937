/**
 * The index in an OpenSearch or Elasticsearch cluster that all nodes share: one of them, by lease, keeps it, all ask it. Chosen
 * by
 * {@code depesche.search.backend}; otherwise nothing here calls anybody. Ranks nothing itself, and never lets the cluster take
 * words apart.
 */
@NullMarked
package org.depesche.delivery.search.opensearch;

import org.jspecify.annotations.NullMarked;
