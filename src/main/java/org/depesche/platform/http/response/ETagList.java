package org.depesche.platform.http.response;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The list of entity tags of If-Match and If-None-Match (RFC 9110, section 8.8.3). */
final class ETagList {

    /** One tag; a list is tags between commas and nothing else. */
    private static final Pattern ENTRY = Pattern
            .compile("\\G[\\s,]*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?=,|$)");

    private ETagList() {
    }

    /** What stands between the quotes; nothing at all where the header is no list of tags: half of it would be a guess. */
    static List<String> strong(String header) {
        return read(header, false);
    }

    /** The same with the weak ones. */
    static List<String> all(String header) {
        return read(header, true);
    }

    private static List<String> read(String header, boolean isWeakCounted) {
        var tags = new ArrayList<String>();
        var entry = ENTRY.matcher(header);
        var end = 0;
        while (entry.find()) {
            end = entry.end();
            if (isWeakCounted || entry.group(1) == null) {
                tags.add(entry.group(2));
            }
        }
        return header.substring(end).matches("[\\s,]*") ? tags : List.of();
    }
}
