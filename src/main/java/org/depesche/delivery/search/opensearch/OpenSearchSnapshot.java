package org.depesche.delivery.search.opensearch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.SearchOrder;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.query.BooleanClauses;
import org.depesche.delivery.search.query.IndexSnapshot;
import org.depesche.delivery.search.query.QueryBuilder;
import org.depesche.delivery.search.query.TermDictionary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A snapshot of the index: the current state, or the state of a point in time. */
final class OpenSearchSnapshot implements IndexSnapshot<ObjectNode> {

    /** More values than any kind of list has, except tags, whose most frequent values are shown. */
    private static final int MAX_FACET_VALUES = 2_000;

    private final ClusterClient cluster;
    private final String index;
    private final String pointInTime;

    /** @param pointInTime the id of a point in time; empty for the current state */
    OpenSearchSnapshot(ClusterClient cluster, String index, String pointInTime) {
        this.cluster = cluster;
        this.index = index;
        this.pointInTime = pointInTime;
    }

    @Override
    public QueryBuilder<ObjectNode> queryBuilder() {
        return new OpenSearchQueryBuilder(cluster.dialect().scoreScale());
    }

    @Override
    public TermDictionary terms() {
        return new OpenSearchTermDictionary(cluster, index);
    }

    @Override
    public SearchHits search(ObjectNode query, PageRequest<ObjectNode> page) {
        var position = page.position();
        var isRanked = position.order() == SearchOrder.RELEVANCE;
        var request = request(isRanked ? page.candidates() : scored(query, page.ranked()), position.limit(),
                OpenSearchDocumentMapper.STORED_TEXT);
        request.withArray("_source").add(IndexFields.PUBLISHED);
        putCount(request, page);
        if (isRanked) {
            putRescore(request.put("from", position.offset()), page.ranked());
        } else {
            putOrder(request, position);
        }
        for (var kind : page.facets()) {
            request.withObject("/aggs/" + kind.letter()).putObject("terms").put("field", IndexFields.LIST)
                    .put("size", MAX_FACET_VALUES)
                    .put("include", OpenSearchFieldValues.prefix(page.site(), kind) + ".*");
        }
        var response = search(request);
        var hits = hits(response)
                .map(OpenSearchHit::hit)
                .toList();
        return new SearchHits(hits, response.path("hits").path("total").path("value").asLong(), facetCounts(response));
    }

    /** The matches of one query with the scores of another. */
    private ObjectNode scored(ObjectNode matching, ObjectNode ranked) {
        return queryBuilder().bool(new BooleanClauses<ObjectNode>().filter(matching).should(ranked));
    }

    private static void putCount(ObjectNode request, PageRequest<ObjectNode> page) {
        if (page.isCounted() || page.position().limit() == 0) {
            request.put("track_total_hits", true);
        } else {
            request.put("track_total_hits", page.counted());
        }
    }

    private static void putRescore(ObjectNode request, ObjectNode ranked) {
        request.putObject("rescore").put("window_size", PageRequest.RESCORED).putObject("query")
                .put("query_weight", PageRequest.CANDIDATE_SHARE).put("rescore_query_weight", 1)
                .set("rescore_query", ranked);
    }

    private static void putOrder(ObjectNode request, SearchPosition position) {
        var order = position.order() == SearchOrder.NEWEST ? "desc" : "asc";
        request.put("track_scores", true).putArray("sort").add(sortBy(IndexFields.PUBLISHED, order))
                .add(sortBy(IndexFields.ID, order));
        Optional.ofNullable(position.after()).ifPresent(hit -> request.putArray("search_after")
                .add(hit.time().toEpochMilli()).add(hit.article().toString()));
    }

    private static ObjectNode sortBy(String field, String order) {
        return JsonNodeFactory.instance.objectNode().put(field, order);
    }

    private static Map<ListKey, Long> facetCounts(JsonNode response) {
        var counts = new HashMap<ListKey, Long>();
        response.path("aggregations").forEach(kind -> kind.path("buckets").forEach(
                list -> counts.put(OpenSearchFieldValues.list(list.path("key").asText()), list.path("doc_count").asLong())));
        return counts;
    }

    @Override
    public Optional<IndexSnapshot.IndexedArticle> article(UUID id) {
        return first(queryBuilder().ids(List.of(id)), "*").map(OpenSearchHit::article);
    }

    @Override
    public float score(ObjectNode query, UUID article) {
        var filtered = queryBuilder().filtered(query, queryBuilder().ids(List.of(article)));
        return first(filtered, IndexFields.ID).map(OpenSearchHit::score).orElse(0f);
    }

    @Override
    public List<IndexSnapshot.SimilarDocument> similar(BooleanClauses<ObjectNode> query, int limit) {
        var request = request(queryBuilder().bool(query), limit, IndexFields.LIST);
        request.withArray("_source").add(IndexFields.MIN_HASH);
        return hits(search(request)).<IndexSnapshot.SimilarDocument> map(hit -> hit).toList();
    }

    @Override
    public Optional<StoredText> anyMatch(ObjectNode query) {
        return first(query, OpenSearchDocumentMapper.STORED_TEXT)
                .map(hit -> OpenSearchDocumentMapper.storedText(hit.document()));
    }

    @Override
    public List<UUID> newest(ObjectNode query, int limit) {
        return sorted(query, limit, IndexFields.PUBLISHED, "desc");
    }

    @Override
    public List<UUID> sortedById(ObjectNode query, int limit) {
        return sorted(query, limit, IndexFields.ID, "asc");
    }

    private List<UUID> sorted(ObjectNode query, int limit, String field, String order) {
        var request = request(query, limit, IndexFields.ID);
        request.putArray("sort").add(sortBy(field, order));
        return hits(search(request)).map(OpenSearchHit::id).toList();
    }

    private Optional<OpenSearchHit> first(ObjectNode query, String sourceField) {
        return hits(search(request(query, 1, sourceField))).findFirst();
    }

    private ObjectNode request(ObjectNode query, int limit, String sourceField) {
        var request = cluster.object().put("size", limit).put("track_total_hits", false);
        request.putArray("_source").add(sourceField);
        request.set("query", query);
        return request;
    }

    private JsonNode search(ObjectNode request) {
        if (pointInTime.isEmpty()) {
            return cluster.read("POST", "/" + index + "/_search", request);
        }
        request.putObject("pit").put("id", pointInTime);
        return cluster.read("POST", "/_search", request);
    }

    private static Stream<OpenSearchHit> hits(JsonNode response) {
        return StreamSupport.stream(response.path("hits").path("hits").spliterator(), false).map(OpenSearchHit::new);
    }
}
