package org.depesche.platform.http;

import java.util.OptionalLong;

/**
 * Where the change log stands, as this node sees it. Implemented by the room that keeps the log; while there is none,
 * answers carry only the sequence their provenance names.
 */
public interface ChangeLogPosition {

    /** The last sequence whose data this node's reads see. */
    OptionalLong latest();

    /** How far this node has followed, without asking the database; others' changes come within a moment. */
    long lastFollowed();

    /**
     * As the running transaction sees it: read once a transaction and told to the answer's provenance. At a glance it may be
     * the
     * last one known, which a statement that tells it along has to confirm.
     */
    Position readAndRecord();

    /** The same, for who read it along with something else: first in a transaction, at any time at a glance. */
    void set(Position position);

    /**
     * @param sequence the last sequence given
     * @param vocabulary the last sequence that changed a site, category, tag, author or image
     */
    record Position(long sequence, long taxonomy) {
    }
}
