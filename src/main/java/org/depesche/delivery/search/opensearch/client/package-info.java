/**
 * HTTP requests to an OpenSearch or Elasticsearch cluster.
 * {@link org.depesche.delivery.search.opensearch.client.ClusterClient} sends them, with the settings of
 * {@link org.depesche.delivery.search.opensearch.client.OpenSearchConfig}. This room knows no article and no query.
 */
@NullMarked
package org.depesche.delivery.search.opensearch.client;

import org.jspecify.annotations.NullMarked;
