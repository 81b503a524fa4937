package org.depesche.delivery.search.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies the state of the index that a search saw, so that further pages can see the same state.
 * @param number the number that the index gave the state
 * @param position the position in the change log that the state contains
 */
public record IndexSnapshotId(long number, long position) {

    private static final Pattern FORMAT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** Parses the text of a cursor; empty when the text is no snapshot id. */
    public static Optional<IndexSnapshotId> parse(String text) {
        return Optional.of(FORMAT.matcher(text)).filter(Matcher::matches)
                .map(matcher -> new IndexSnapshotId(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
    }

    /** The text for a cursor, see {@link #parse}. */
    public String toText() {
        return number + "-" + position;
    }
}
