package org.depesche.delivery.change;

/**
 * The change log has new entries, and the response cache of this node knows them. The one signal for everything that follows
 * the log; an observer must only wake its worker, because a request may wait for it.
 *
 * @param sequence the last sequence read
 */
public record ChangeLogGrew(long sequence) {
}
