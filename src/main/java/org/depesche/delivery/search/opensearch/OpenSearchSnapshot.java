package org.depesche.delivery.search.opensearch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.Found.Hit;
import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.query.Combined;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Indexed;
import org.depesche.delivery.search.query.Near;
import org.depesche.delivery.search.query.Queries;
import org.depesche.delivery.search.query.Snapshot;
import org.depesche.delivery.search.query.Vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The index as it is, or as it was when a point in time was opened. */
final class OpenSearchSnapshot implements Snapshot<ObjectNode> {

    /** More values than any kind of list has that is counted, but for tags, of which the commonest are shown. */
    private static final int VALUES = 2_000;

    private final Cluster cluster;
    private final String index;
    private final String pointInTime;

    /** @param pointInTime empty for the present */
    OpenSearchSnapshot(Cluster cluster, String index, String pointInTime) {
        this.cluster = cluster;
        this.index = index;
        this.pointInTime = pointInTime;
    }

    @Override
    public Queries<ObjectNode> queries() {
        return new OpenSearchQueries(cluster.dialect().scale());
    }

    @Override
    public Vocabulary vocabulary() {
        return new OpenSearchVocabulary(cluster, index);
    }

    @Override
    public Answer answer(ObjectNode query, Page<ObjectNode> page) {
        var asked = asked(page.ranked(), page.limit(), Documents.WORDING).put("from", page.skipped())
                .put("track_total_hits", true);
        for (var kind : page.counted()) {
            asked.withObject("/aggs/" + kind.letter()).putObject("terms").put("field", Fields.LIST).put("size", VALUES)
                    .put("include", Values.prefix(page.site(), kind) + ".*");
        }
        var answer = search(asked);
        var hits = hits(answer).map(hit -> new Hit(hit.id(), hit.score(), Documents.wording(hit.document()))).toList();
        return new Answer(hits, answer.path("hits").path("total").path("value").asLong(), counts(answer));
    }

    private static Map<ListKey, Long> counts(JsonNode answer) {
        var counts = new HashMap<ListKey, Long>();
        answer.path("aggregations").forEach(kind -> kind.path("buckets").forEach(
                list -> counts.put(Values.list(list.path("key").asText()), list.path("doc_count").asLong())));
        return counts;
    }

    @Override
    public Optional<Indexed> article(UUID id) {
        return first(queries().articles(List.of(id)), "*").map(OpenSearchNear::whole);
    }

    @Override
    public float score(ObjectNode query, UUID article) {
        var asked = queries().both(query, queries().articles(List.of(article)));
        return first(asked, Fields.ID).map(OpenSearchNear::score).orElse(0f);
    }

    @Override
    public List<Near> near(Combined<ObjectNode> query, int limit) {
        var asked = asked(queries().combined(query), limit, Fields.LIST);
        asked.withArray("_source").add(Fields.SKETCH);
        return hits(search(asked)).<Near> map(hit -> hit).toList();
    }

    @Override
    public Optional<Wording> any(ObjectNode query) {
        return first(query, Documents.WORDING).map(hit -> Documents.wording(hit.document()));
    }

    @Override
    public List<UUID> newest(ObjectNode query, int limit) {
        return sorted(query, limit, Fields.PUBLISHED, "desc");
    }

    @Override
    public List<UUID> byId(ObjectNode query, int limit) {
        return sorted(query, limit, Fields.ID, "asc");
    }

    private List<UUID> sorted(ObjectNode query, int limit, String field, String order) {
        var asked = asked(query, limit, Fields.ID);
        asked.putArray("sort").addObject().put(field, order);
        return hits(search(asked)).map(OpenSearchNear::id).toList();
    }

    private Optional<OpenSearchNear> first(ObjectNode query, String shown) {
        return hits(search(asked(query, 1, shown))).findFirst();
    }

    private ObjectNode asked(ObjectNode query, int limit, String shown) {
        var asked = cluster.object().put("size", limit).put("track_total_hits", false);
        asked.putArray("_source").add(shown);
        asked.set("query", query);
        return asked;
    }

    private JsonNode search(ObjectNode asked) {
        if (pointInTime.isEmpty()) {
            return cluster.ask("POST", "/" + index + "/_search", asked);
        }
        asked.putObject("pit").put("id", pointInTime);
        return cluster.ask("POST", "/_search", asked);
    }

    private static Stream<OpenSearchNear> hits(JsonNode answer) {
        return StreamSupport.stream(answer.path("hits").path("hits").spliterator(), false).map(OpenSearchNear::new);
    }
}
