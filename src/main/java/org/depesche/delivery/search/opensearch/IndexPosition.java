package org.depesche.delivery.search.opensearch;

import java.util.Optional;

import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.ClusterRequestRejected;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How far an index is, as it says itself in a document of its own: written after the articles up to there are in and seen, so
 * that
 * a crash between the two takes in again what came after.
 *
 * @param index that says so
 * @param term how often a node began to keep it
 * @param sequence of the change log
 */
record IndexPosition(String index, long epoch, long sequence) {

    static final String ID = "position";
    private static final String TERM = "term";
    private static final String SEQUENCE = "sequence";
    /** The log does not reach 2^40 in a thousand years of thirty changes a second. */
    private static final int SEQUENCE_BITS = 40;

    /** What an index, or an alias of one, says; empty when it is not there or was never whole. */
    static Optional<IndexPosition> read(ClusterClient cluster, String name) {
        try {
            var found = cluster.read("GET", "/" + name + "/_doc/" + ID, null);
            var said = found.path("_source");
            return Optional.of(new IndexPosition(found.path("_index").asText(), said.path(TERM).asLong(),
                    said.path(SEQUENCE).asLong()));
        } catch (ClusterRequestRejected refused) {
            if (refused.isNotFound()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /**
     * The version of what is written at this position: what the cluster has in a later one it keeps. So a node that was held up
     * while another one took over overwrites nothing.
     */
    long version() {
        return (epoch << SEQUENCE_BITS) + sequence;
    }

    IndexPosition withSequence(long reached) {
        return new IndexPosition(index, epoch, reached);
    }

    /** As whoever begins to keep the index writes it. */
    IndexPosition withNextEpoch() {
        return new IndexPosition(index, epoch + 1, sequence);
    }

    void write(BulkRequest writing) {
        writing.put(ID, version(), toJson(writing));
    }

    void writeIfNewer(BulkRequest writing) {
        writing.putIfNewer(ID, version(), toJson(writing));
    }

    private ObjectNode toJson(BulkRequest writing) {
        return writing.object().put(TERM, epoch).put(SEQUENCE, sequence);
    }

    /** Of one that is empty yet. */
    static IndexPosition initial(String index) {
        return new IndexPosition(index, 1, 0);
    }
}
