package org.depesche.delivery.search.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of an index a search saw, so that further pages see the same.
 *
 * @param number names it, as the index does
 * @param position of the change log that it shows
 */
public record IndexSnapshotId(long number, long position) {

    private static final Pattern FORMAT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** As a cursor has it; empty for what is none. */
    public static Optional<IndexSnapshotId> parse(String written) {
        return Optional.of(FORMAT.matcher(written)).filter(Matcher::matches)
                .map(found -> new IndexSnapshotId(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))));
    }

    public String toText() {
        return number + "-" + position;
    }
}
