/**
 * The backend with one index in an OpenSearch or Elasticsearch cluster that all nodes share.
 * {@link org.depesche.delivery.search.opensearch.OpenSearchBackend} opens it. One node, by lease, writes
 * the index, and all nodes search it. Unless {@code depesche.search.backend} selects this backend, this room opens no
 * connection. Ranking and text analysis happen in this service, never in the cluster.
 */
@NullMarked
package org.depesche.delivery.search.opensearch;

import org.jspecify.annotations.NullMarked;
