package org.depesche.content.body.form;

import java.util.HashSet;
import java.util.Set;

import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.kernel.Slug;

/** Assigns anchors that are unique within one body. */
final class HeadingAnchors {

    private final Set<String> assigned = new HashSet<>();

    String fromHtml(String html) {
        return unique(Slug.from(HtmlEscaper.textOf(html), "abschnitt"));
    }

    String unique(String base) {
        var anchor = base;
        for (var n = 2; !assigned.add(anchor); n++) {
            anchor = Slug.numbered(base, n);
        }
        return anchor;
    }
}
