/** HTTP requests to an OpenSearch or Elasticsearch cluster. */
@NullMarked
package org.depesche.delivery.search.opensearch.client;

import org.jspecify.annotations.NullMarked;
