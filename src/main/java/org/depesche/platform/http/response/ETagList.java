package org.depesche.platform.http.response;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parses the lists of entity tags in If-Match and If-None-Match (RFC 9110, section 8.8.3). */
final class ETagList {

    /** One tag, followed by a comma or the end of the header. */
    private static final Pattern ENTRY = Pattern
            .compile("\\G[\\s,]*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?=,|$)");

    private ETagList() {
    }

    /**
     * Returns the text between the quotes of each strong tag. Empty if the header is malformed: a partial list would be a
     * guess.
     */
    static List<String> strong(String header) {
        return read(header, false);
    }

    /** Returns strong and weak tags alike. */
    static List<String> all(String header) {
        return read(header, true);
    }

    private static List<String> read(String header, boolean includeWeak) {
        var tags = new ArrayList<String>();
        var entry = ENTRY.matcher(header);
        var end = 0;
        while (entry.find()) {
            end = entry.end();
            if (includeWeak || entry.group(1) == null) {
                tags.add(entry.group(2));
            }
        }
        return header.substring(end).matches("[\\s,]*") ? tags : List.of();
    }
}
