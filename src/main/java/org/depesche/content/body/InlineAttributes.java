package org.depesche.content.body;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.depesche.kernel.Language;
import org.depesche.platform.form.WebUrl;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** Attributes that may stay: on the list, and with a value that means something. */
final class InlineAttributes {

    private static final Set<String> LINKS = Set.of("http", "https", "mailto");

    private InlineAttributes() {
    }

    /** The value as it may stand; none when the attribute has to go. */
    static Optional<String> kept(Safelist safelist, String tag, Element element, Attribute attribute) {
        var whole = absolute(attribute);
        return safelist.isSafeAttribute(tag, element, whole) ? safe(attribute.getKey(), whole.getValue()) : Optional.empty();
    }

    private static Attribute absolute(Attribute attribute) {
        var hostOnly = attribute.getKey().equals("href") && attribute.getValue().startsWith("//");
        return hostOnly ? new Attribute(attribute.getKey(), "https:" + attribute.getValue()) : attribute;
    }

    private static Optional<String> safe(String name, String value) {
        return switch (name) {
            case "href" -> WebUrl.read(value, LINKS).map(url -> url.toString());
            case "lang", "hreflang" -> Language.normalised(value);
            case "rel" -> Optional.of(value.toLowerCase(Locale.ROOT)).filter(words -> words.matches("[a-z -]{1,100}"));
            default -> Optional.of(value);
        };
    }
}
