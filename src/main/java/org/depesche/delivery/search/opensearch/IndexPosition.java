package org.depesche.delivery.search.opensearch;

import java.util.Optional;

import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.ClusterRequestRejected;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The position of an index in the change log, which is a document of the index. The document is written after the
 * articles of that position are searchable. After a crash between the two writes, those articles are indexed again.
 * @param index the name of the index
 * @param epoch how often a node became the writer of the index
 * @param sequence the sequence of the change log
 */
record IndexPosition(String index, long epoch, long sequence) {

    static final String ID = "position";
    private static final String EPOCH = "term";
    private static final String SEQUENCE = "sequence";
    /** At thirty changes a second, the sequence reaches 2^40 after a thousand years. */
    private static final int SEQUENCE_BITS = 40;

    /**
     * Reads the position of an index or of an alias. The result is empty when there is no index, or when its first
     * build was not completed.
     */
    static Optional<IndexPosition> read(ClusterClient cluster, String name) {
        try {
            var document = cluster.read("GET", "/" + name + "/_doc/" + ID, null);
            var source = document.path("_source");
            return Optional.of(new IndexPosition(document.path("_index").asText(), source.path(EPOCH).asLong(),
                    source.path(SEQUENCE).asLong()));
        } catch (ClusterRequestRejected rejected) {
            if (rejected.isNotFound()) {
                return Optional.empty();
            }
            throw rejected;
        }
    }

    /**
     * The version of the documents that are written at this position. The cluster keeps the higher version. A writer
     * that was delayed while another node took over therefore overwrites nothing.
     */
    long version() {
        return (epoch << SEQUENCE_BITS) + sequence;
    }

    IndexPosition withSequence(long newSequence) {
        return new IndexPosition(index, epoch, newSequence);
    }

    /** The position that a new writer of the index writes first. */
    IndexPosition withNextEpoch() {
        return new IndexPosition(index, epoch + 1, sequence);
    }

    void write(BulkRequest request) {
        request.put(ID, version(), toJson(request));
    }

    void writeIfNewer(BulkRequest request) {
        request.putIfNewer(ID, version(), toJson(request));
    }

    private ObjectNode toJson(BulkRequest request) {
        return request.object().put(EPOCH, epoch).put(SEQUENCE, sequence);
    }

    /** The position of an empty index. */
    static IndexPosition initial(String index) {
        return new IndexPosition(index, 1, 0);
    }
}
