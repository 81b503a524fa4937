package org.depesche.content.author;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.WebUrl;
import org.jspecify.annotations.Nullable;

/** The links of an author. The database stores one on each line. */
final class AuthorLinks {

    static final int MAX = 20;

    private static final String MEMBER = "links";

    private AuthorLinks() {
    }

    static List<URI> parse(@Nullable String lines) {
        return lines == null ? List.of() : lines.lines().map(URI::create).toList();
    }

    /** Reads the links of a form into the text that is stored. Empty without valid links. */
    static Optional<String> read(JsonForm form) {
        var links = form.texts(MEMBER, MAX, WebUrl.MAX_LENGTH,
                text -> WebUrl.parse(text, WebUrl.HTTP).isPresent() ? Optional.empty()
                        : Optional.of(WebUrl.mistake(text, WebUrl.HTTP)))
                .stream().flatMap(text -> WebUrl.parse(text, WebUrl.HTTP).stream()).map(URI::toString).toList();
        return links.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", links));
    }
}
