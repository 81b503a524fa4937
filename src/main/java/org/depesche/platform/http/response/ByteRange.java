package org.depesche.platform.http.response;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** One range of a file (RFC 9110, section 14). */
record ByteRange(long first, long last) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long length() {
        return last - first + 1;
    }

    /** @return the range; empty for none, several, or a header that is no range, which all mean the whole file */
    static Optional<Requested> parse(@Nullable String header) {
        var match = SINGLE.matcher(header == null ? "" : header.replace(" ", ""));
        return match.matches() && !(match.group(1).isEmpty() && match.group(2).isEmpty())
                ? Optional.of(new Requested(match.group(1), match.group(2)))
                : Optional.empty();
    }

    /** A range as the client wrote it. */
    record Requested(String first, String last) {

        /** Returns the part of a file of this size. Empty if the file has no such part. */
        Optional<ByteRange> within(long size) {
            var isSuffix = first.isEmpty();
            var start = isSuffix ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
            var end = isSuffix || last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
            return start <= end ? Optional.of(new ByteRange(start, end)) : Optional.empty();
        }
    }
}
