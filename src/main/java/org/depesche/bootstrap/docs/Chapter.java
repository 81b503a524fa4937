package org.depesche.bootstrap.docs;

import java.util.List;

/**
 * A rendered chapter of the documentation.
 *
 * @param slug its name in addresses, which is the file's name without {@code .md}
 * @param summary one line for lists and search engines
 * @param html everything below the title
 */
record Chapter(String slug, String title, String summary, String markdown, String html, List<Section> sections) {

    Chapter {
        sections = List.copyOf(sections);
    }

    /** A heading of the second level, for the table of contents. */
    record Section(String anchor, String title) {
    }
}
