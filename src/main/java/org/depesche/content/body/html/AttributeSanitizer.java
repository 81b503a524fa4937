package org.depesche.content.body.html;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.depesche.kernel.LanguageTag;
import org.depesche.platform.json.WebUrl;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** Sanitizes attributes: keeps those on the safelist with a valid value. */
final class AttributeSanitizer {

    private static final Set<String> LINKS = Set.of("http", "https", "mailto");

    /** Possessive, because a greedy group needs stack for each segment of a path. */
    private static final Pattern PLAIN_LINK = Pattern
            .compile("https?://[a-z0-9][a-z0-9.-]*(/(?!\\.)[A-Za-z0-9_,;=~+%.-]*)*+([?#][A-Za-z0-9_/,;=&~+%.-]*)?");

    private AttributeSanitizer() {
    }

    /** Returns the normalized value, or empty to remove the attribute. */
    static Optional<String> sanitize(Safelist safelist, String tag, Element element, Attribute attribute) {
        var absolute = withScheme(attribute);
        return isPlainLink(tag, absolute) || safelist.isSafeAttribute(tag, element, absolute)
                ? normalize(attribute.getKey(), absolute.getValue())
                : Optional.empty();
    }

    /**
     * Returns whether an attribute is a link that needs no cleaning. The safelist would not change it, but would parse and
     * rebuild it, and throw an exception meanwhile. The pattern admits no character that must be stripped, and no path segment
     * ({@code /..}) that must be resolved.
     */
    private static boolean isPlainLink(String tag, Attribute attribute) {
        return tag.equals("a") && attribute.getKey().equals("href") && PLAIN_LINK.matcher(attribute.getValue()).matches();
    }

    private static Attribute withScheme(Attribute attribute) {
        var hasNoScheme = attribute.getKey().equals("href") && attribute.getValue().startsWith("//");
        return hasNoScheme ? new Attribute(attribute.getKey(), "https:" + attribute.getValue()) : attribute;
    }

    private static Optional<String> normalize(String name, String value) {
        return switch (name) {
            case "href" -> WebUrl.parse(value, LINKS).map(url -> url.toString());
            case "lang", "hreflang" -> LanguageTag.normalize(value);
            case "rel" -> Optional.of(value.toLowerCase(Locale.ROOT)).filter(rel -> rel.matches("[a-z -]{1,100}"));
            default -> Optional.of(value);
        };
    }
}
