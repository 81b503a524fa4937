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

/** Attributes that may stay: on the list, and with a value that means something. */
final class AttributeSanitizer {

    private static final Set<String> LINKS = Set.of("http", "https", "mailto");

    private static final Pattern PLAIN_LINK = Pattern
            .compile("https?://[a-z0-9][a-z0-9.-]*(/(?!\\.)[A-Za-z0-9_,;=~+%.-]*)*([?#][A-Za-z0-9_/,;=&~+%.-]*)?");

    private AttributeSanitizer() {
    }

    /** The value as it may stand; none when the attribute has to go. */
    static Optional<String> sanitize(Safelist safelist, String tag, Element element, Attribute attribute) {
        var whole = withScheme(attribute);
        return isPlainLink(tag, whole) || safelist.isSafeAttribute(tag, element, whole)
                ? normalize(attribute.getKey(), whole.getValue())
                : Optional.empty();
    }

    /**
     * The usual link. The safelist would change nothing about it, but has it parsed and rebuilt, with an exception on the way;
     * in it stands no character that is to be stripped and no path step ({@code /..}) that is to be resolved.
     */
    private static boolean isPlainLink(String tag, Attribute attribute) {
        return tag.equals("a") && attribute.getKey().equals("href") && PLAIN_LINK.matcher(attribute.getValue()).matches();
    }

    private static Attribute withScheme(Attribute attribute) {
        var hostOnly = attribute.getKey().equals("href") && attribute.getValue().startsWith("//");
        return hostOnly ? new Attribute(attribute.getKey(), "https:" + attribute.getValue()) : attribute;
    }

    private static Optional<String> normalize(String name, String value) {
        return switch (name) {
            case "href" -> WebUrl.parse(value, LINKS).map(url -> url.toString());
            case "lang", "hreflang" -> LanguageTag.normalize(value);
            case "rel" -> Optional.of(value.toLowerCase(Locale.ROOT)).filter(words -> words.matches("[a-z -]{1,100}"));
            default -> Optional.of(value);
        };
    }
}
