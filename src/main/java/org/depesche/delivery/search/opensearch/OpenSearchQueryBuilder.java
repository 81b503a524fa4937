package org.depesche.delivery.search.opensearch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.query.BooleanClauses;
import org.depesche.delivery.search.query.QueryBuilder;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is looked for, as JSON that OpenSearch and Elasticsearch read alike. */
final class OpenSearchQueryBuilder implements QueryBuilder<ObjectNode> {

    private final float scoreScale;

    /** @param scale by which the scores of terms are too large here */
    OpenSearchQueryBuilder(float scale) {
        this.scoreScale = scale;
    }

    @Override
    public ObjectNode term(FieldTerm term, float boost) {
        return in("term", term.field(), object().put("value", term.text()).put("boost", boost / scoreScale));
    }

    @Override
    public ObjectNode namedTerm(FieldTerm term, float boost) {
        return in("term", term.field(),
                object().put("value", term.text()).put("boost", boost / scoreScale).put("_name", term.text()));
    }

    @Override
    public ObjectNode prefix(FieldTerm start) {
        return in("prefix", start.field(), object().put("value", start.text()));
    }

    @Override
    public ObjectNode phrase(String field, List<String> words, float boost) {
        return in("match_phrase", field, object().put("query", String.join(" ", words)).put("analyzer", "whitespace")
                .put("boost", boost / scoreScale));
    }

    @Override
    public ObjectNode disjunctionMax(List<ObjectNode> alternatives, float others) {
        var best = object().put("tie_breaker", others);
        best.putArray("queries").addAll(alternatives);
        return named("dis_max", best);
    }

    @Override
    public ObjectNode bool(BooleanClauses<ObjectNode> parts) {
        if (parts.mustClauses().isEmpty() && parts.shouldClauses().isEmpty() && parts.filterClauses().isEmpty()) {
            return named("match_none", object()); // where all of these would find everything
        }
        var query = object().put("boost", parts.boost());
        put(query, "must", parts.mustClauses());
        put(query, "should", parts.shouldClauses());
        put(query, "filter", parts.filterClauses());
        put(query, "must_not", parts.mustNotClauses());
        if (parts.minimumShouldMatch() > 0) {
            query.put("minimum_should_match", parts.minimumShouldMatch());
        }
        return named("bool", query);
    }

    private static void put(ObjectNode query, String occur, List<ObjectNode> parts) {
        if (!parts.isEmpty()) {
            query.putArray(occur).addAll(parts);
        }
    }

    @Override
    public ObjectNode inLists(Collection<ListKey> lists) {
        return among(IndexFields.LIST, lists.stream().map(OpenSearchFieldValues::list).toList());
    }

    @Override
    public ObjectNode inLists(ListKey list, float worth) {
        var filter = object().put("boost", worth);
        filter.set("filter", inLists(List.of(list)));
        return named("constant_score", filter);
    }

    @Override
    public ObjectNode ids(Collection<UUID> ids) {
        return among(IndexFields.ID, ids.stream().map(UUID::toString).toList());
    }

    @Override
    public ObjectNode idAfter(UUID id) {
        return in("range", IndexFields.ID, object().put("gt", id.toString()));
    }

    @Override
    public ObjectNode publishedBetween(@Nullable Instant from, @Nullable Instant before) {
        var range = object();
        if (from != null) {
            range.put("gte", from.toString());
        }
        if (before != null) {
            range.put("lt", before.toString());
        }
        return in("range", IndexFields.PUBLISHED, range);
    }

    @Override
    public ObjectNode distanceFeature(Instant moment, Duration half, float worth) {
        return named("distance_feature", object().put("field", IndexFields.PUBLISHED).put("origin", moment.toString())
                .put("pivot", half.toSeconds() + "s").put("boost", worth));
    }

    private static ObjectNode among(String field, Collection<String> values) {
        var terms = object();
        var array = terms.putArray(field);
        values.forEach(array::add);
        return named("terms", terms);
    }

    private static ObjectNode in(String kind, String field, ObjectNode said) {
        return named(kind, named(field, said));
    }

    private static ObjectNode named(String name, ObjectNode said) {
        var named = object();
        named.set(name, said);
        return named;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
