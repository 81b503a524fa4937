package org.depesche.platform.http;

/**
 * What of this node follows the change log by itself: a write is answered when that has followed, too. Implemented by rooms
 * above.
 */
public interface ChangeLogFollower {

    /** Waits for that sequence; not longer than a moment, and not at all while there is nothing to wait for. */
    void await(long sequence);
}
