package org.depesche.delivery.search.opensearch;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Indexed;
import org.depesche.delivery.search.query.Near;
import org.depesche.delivery.search.query.Sketch;
import org.depesche.delivery.search.query.Term;

import com.fasterxml.jackson.databind.JsonNode;

/** A hit, as the cluster answered it. */
record OpenSearchNear(JsonNode hit) implements Near {

    @Override
    public float score() {
        return (float) hit.path("_score").asDouble();
    }

    @Override
    public UUID id() {
        return UUID.fromString(hit.path("_id").asText());
    }

    @Override
    public Sketch sketch() {
        return Sketch.of(ByteBuffer.wrap(Base64.getDecoder().decode(document().path(Fields.SKETCH).asText())));
    }

    @Override
    public Set<ListKey> lists() {
        var lists = new HashSet<ListKey>();
        document().path(Fields.LIST).forEach(list -> lists.add(Values.list(list.asText())));
        return lists;
    }

    @Override
    public boolean has(Term term) {
        for (var name : hit.path("matched_queries")) {
            if (name.asText().equals(term.text())) {
                return true;
            }
        }
        return false;
    }

    Indexed whole() {
        return new Indexed(id(), Documents.wording(document()), lists(),
                Instant.parse(document().path(Fields.PUBLISHED).asText()), sketch());
    }

    JsonNode document() {
        return hit.path("_source");
    }
}
