package org.depesche.platform.http;

import java.util.OptionalLong;

/**
 * Tracks how far this node, and the running transaction, see the change log. The package that owns the log implements it;
 * without an implementation, responses carry only the sequence of their {@link ResponseMetadata}.
 */
public interface ChangeLogPositionTracker {

    /** Returns the last sequence whose data this node's reads see. Empty if there is none. */
    OptionalLong latest();

    /**
     * Returns the last sequence that this node has followed, without a database query. Changes of other nodes arrive with
     * a short delay.
     */
    long lastFollowed();

    /**
     * Returns the position that the running transaction sees, and records it in the response metadata. The position is
     * read once a transaction. Outside a transaction it may be the last known one, which a later statement must confirm.
     */
    Position readAndRecord();

    /** Returns the position that {@link #readAndRecord} returns, after a statement has confirmed it. */
    Position confirmed();

    /** Records a position that another statement has read: first in a transaction, or at any time outside of one. */
    void set(Position position);

    /**
     * A position in the change log.
     *
     * @param sequence the last assigned sequence
     * @param taxonomy the last sequence that changed a site, category, tag, author or image
     */
    record Position(long sequence, long taxonomy) {
    }
}
