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

/** Builds queries in JSON that OpenSearch and Elasticsearch accept alike. */
final class OpenSearchQueryBuilder implements QueryBuilder<ObjectNode> {

    private final float scoreScale;

    /** @param scoreScale the constant factor that this cluster's scores of terms contain */
    OpenSearchQueryBuilder(float scoreScale) {
        this.scoreScale = scoreScale;
    }

    @Override
    public ObjectNode term(FieldTerm term, float boost) {
        return onField("term", term.field(), object().put("value", term.text()).put("boost", boost / scoreScale));
    }

    @Override
    public ObjectNode namedTerm(FieldTerm term, float boost) {
        return onField("term", term.field(),
                object().put("value", term.text()).put("boost", boost / scoreScale).put("_name", term.text()));
    }

    @Override
    public ObjectNode prefix(FieldTerm start) {
        return onField("prefix", start.field(), object().put("value", start.text()));
    }

    @Override
    public ObjectNode phrase(String field, List<String> words, float boost) {
        return onField("match_phrase", field, object().put("query", String.join(" ", words)).put("analyzer", "whitespace")
                .put("boost", boost / scoreScale));
    }

    @Override
    public ObjectNode disjunctionMax(List<ObjectNode> alternatives, float others) {
        var query = object().put("tie_breaker", others);
        query.putArray("queries").addAll(alternatives);
        return objectWith("dis_max", query);
    }

    @Override
    public ObjectNode bool(BooleanClauses<ObjectNode> clauses) {
        if (clauses.mustClauses().isEmpty() && clauses.shouldClauses().isEmpty() && clauses.filterClauses().isEmpty()) {
            return objectWith("match_none", object()); // a cluster's empty bool query matches everything
        }
        var query = object().put("boost", clauses.boost());
        putClauses(query, "must", clauses.mustClauses());
        putClauses(query, "should", clauses.shouldClauses());
        putClauses(query, "filter", clauses.filterClauses());
        putClauses(query, "must_not", clauses.mustNotClauses());
        if (clauses.minimumShouldMatch() > 0) {
            query.put("minimum_should_match", clauses.minimumShouldMatch());
        }
        return objectWith("bool", query);
    }

    private static void putClauses(ObjectNode query, String occur, List<ObjectNode> clauses) {
        if (!clauses.isEmpty()) {
            query.putArray(occur).addAll(clauses);
        }
    }

    @Override
    public ObjectNode inLists(Collection<ListKey> lists) {
        return anyValue(IndexFields.LIST, lists.stream().map(OpenSearchFieldValues::list).toList());
    }

    @Override
    public ObjectNode inLists(ListKey list, float boost) {
        var filter = object().put("boost", boost);
        filter.set("filter", inLists(List.of(list)));
        return objectWith("constant_score", filter);
    }

    @Override
    public ObjectNode ids(Collection<UUID> ids) {
        return anyValue(IndexFields.ID, ids.stream().map(UUID::toString).toList());
    }

    @Override
    public ObjectNode idAfter(UUID id) {
        return onField("range", IndexFields.ID, object().put("gt", id.toString()));
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
        return onField("range", IndexFields.PUBLISHED, range);
    }

    @Override
    public ObjectNode distanceFeature(Instant instant, Duration half, float boost) {
        return objectWith("distance_feature", object().put("field", IndexFields.PUBLISHED).put("origin", instant.toString())
                .put("pivot", half.toSeconds() + "s").put("boost", boost));
    }

    private static ObjectNode anyValue(String field, Collection<String> values) {
        var terms = object();
        var array = terms.putArray(field);
        values.forEach(array::add);
        return objectWith("terms", terms);
    }

    private static ObjectNode onField(String queryType, String field, ObjectNode value) {
        return objectWith(queryType, objectWith(field, value));
    }

    private static ObjectNode objectWith(String name, ObjectNode value) {
        var object = object();
        object.set(name, value);
        return object;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
