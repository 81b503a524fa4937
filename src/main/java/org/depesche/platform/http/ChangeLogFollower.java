package org.depesche.platform.http;

/**
 * A component of this node that follows the change log. The response to a write waits until all followers have reached
 * it.
 */
public interface ChangeLogFollower {

    /**
     * Waits until this follower has reached the sequence. The wait is short, and ends at once if there is nothing to wait
     * for.
     */
    void await(long sequence);
}
