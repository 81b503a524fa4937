package org.depesche.delivery.search.opensearch;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.document.MinHash;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.delivery.search.query.IndexSnapshot;

import com.fasterxml.jackson.databind.JsonNode;

/** A hit in a response of the cluster. */
record OpenSearchHit(JsonNode json) implements IndexSnapshot.SimilarDocument {

    @Override
    public float score() {
        return (float) json.path("_score").asDouble();
    }

    @Override
    public UUID id() {
        return UUID.fromString(json.path("_id").asText());
    }

    @Override
    public MinHash minHash() {
        return MinHash.of(ByteBuffer.wrap(Base64.getDecoder().decode(document().path(IndexFields.MIN_HASH).asText())));
    }

    @Override
    public Set<ListKey> lists() {
        var lists = new HashSet<ListKey>();
        document().path(IndexFields.LIST).forEach(list -> lists.add(OpenSearchFieldValues.list(list.asText())));
        return lists;
    }

    @Override
    public boolean hasTerm(FieldTerm term) {
        for (var name : json.path("matched_queries")) {
            if (name.asText().equals(term.text())) {
                return true;
            }
        }
        return false;
    }

    Hit hit() {
        return new Hit(id(), score(), publishedAt(), OpenSearchDocumentMapper.storedText(document()));
    }

    private Instant publishedAt() {
        return Instant.parse(document().path(IndexFields.PUBLISHED).asText());
    }

    IndexSnapshot.IndexedArticle article() {
        return new IndexSnapshot.IndexedArticle(id(), OpenSearchDocumentMapper.storedText(document()), lists(),
                publishedAt(), minHash());
    }

    JsonNode document() {
        return json.path("_source");
    }
}
