package org.depesche.content.body.form;

import java.util.HashSet;
import java.util.Set;

import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.kernel.Slug;

/** Names for the places of one body, each given once. */
final class HeadingAnchors {

    private final Set<String> taken = new HashSet<>();

    String fromHtml(String html) {
        return unique(Slug.from(HtmlEscaper.textOf(html), "abschnitt"));
    }

    String unique(String wanted) {
        var anchor = wanted;
        for (var n = 2; !taken.add(anchor); n++) {
            anchor = Slug.numbered(wanted, n);
        }
        return anchor;
    }
}
