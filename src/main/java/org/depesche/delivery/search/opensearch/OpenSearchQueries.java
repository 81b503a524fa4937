package org.depesche.delivery.search.opensearch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.query.Combined;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Queries;
import org.depesche.delivery.search.query.Term;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is looked for, as JSON that OpenSearch and Elasticsearch read alike. */
final class OpenSearchQueries implements Queries<ObjectNode> {

    private final float scale;

    /** @param scale by which the scores of terms are too large here */
    OpenSearchQueries(float scale) {
        this.scale = scale;
    }

    @Override
    public ObjectNode term(Term term, float boost) {
        return in("term", term.field(), object().put("value", term.text()).put("boost", boost / scale));
    }

    @Override
    public ObjectNode marked(Term term, float boost) {
        return in("term", term.field(),
                object().put("value", term.text()).put("boost", boost / scale).put("_name", term.text()));
    }

    @Override
    public ObjectNode beginning(Term start) {
        return in("prefix", start.field(), object().put("value", start.text()));
    }

    @Override
    public ObjectNode phrase(String field, List<String> words, float boost) {
        return in("match_phrase", field, object().put("query", String.join(" ", words)).put("analyzer", "whitespace")
                .put("boost", boost / scale));
    }

    @Override
    public ObjectNode best(List<ObjectNode> alternatives, float others) {
        var best = object().put("tie_breaker", others);
        best.putArray("queries").addAll(alternatives);
        return named("dis_max", best);
    }

    @Override
    public ObjectNode combined(Combined<ObjectNode> parts) {
        if (parts.wanted().isEmpty() && parts.welcome().isEmpty() && parts.filters().isEmpty()) {
            return named("match_none", object()); // where all of these would find everything
        }
        var query = object().put("boost", parts.boost());
        put(query, "must", parts.wanted());
        put(query, "should", parts.welcome());
        put(query, "filter", parts.filters());
        put(query, "must_not", parts.unwanted());
        if (parts.least() > 0) {
            query.put("minimum_should_match", parts.least());
        }
        return named("bool", query);
    }

    private static void put(ObjectNode query, String occur, List<ObjectNode> parts) {
        if (!parts.isEmpty()) {
            query.putArray(occur).addAll(parts);
        }
    }

    @Override
    public ObjectNode listed(Collection<ListKey> lists) {
        return among(Fields.LIST, lists.stream().map(Values::list).toList());
    }

    @Override
    public ObjectNode listed(ListKey list, float worth) {
        var filter = object().put("boost", worth);
        filter.set("filter", listed(List.of(list)));
        return named("constant_score", filter);
    }

    @Override
    public ObjectNode articles(Collection<UUID> ids) {
        return among(Fields.ID, ids.stream().map(UUID::toString).toList());
    }

    @Override
    public ObjectNode after(UUID id) {
        return in("range", Fields.ID, object().put("gt", id.toString()));
    }

    @Override
    public ObjectNode published(@Nullable Instant from, @Nullable Instant before) {
        var range = object();
        if (from != null) {
            range.put("gte", from.toString());
        }
        if (before != null) {
            range.put("lt", before.toString());
        }
        return in("range", Fields.PUBLISHED, range);
    }

    @Override
    public ObjectNode near(Instant moment, Duration half, float worth) {
        return named("distance_feature", object().put("field", Fields.PUBLISHED).put("origin", moment.toString())
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
