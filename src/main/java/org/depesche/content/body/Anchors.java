package org.depesche.content.body;

import java.util.HashSet;
import java.util.Set;

import org.depesche.kernel.Slug;

/** Names for the places of one body, each given once. */
final class Anchors {

    private final Set<String> taken = new HashSet<>();

    String of(String html) {
        return unique(Slug.from(CleanText.words(html), "abschnitt"));
    }

    String unique(String wanted) {
        var anchor = wanted;
        for (var n = 2; !taken.add(anchor); n++) {
            anchor = Slug.numbered(wanted, n);
        }
        return anchor;
    }
}
