package org.depesche.content.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.depesche.platform.form.WebUrl;

/** Tells what is wrong with a template of addresses: whatever is put into a right one, an address comes out. */
final class SiteTemplates {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final List<String> OF_ARTICLES = List.of("site", "category", "slug", "id", "year", "month", "day");
    private static final List<String> OF_PREVIEWS = List.of("token", "slug", "id");

    private SiteTemplates() {
    }

    static Optional<String> mistakeInArticles(String template) {
        if (!template.contains("{slug}") && !template.contains("{id}")) {
            return Optional.of("must have {slug} or {id}, or all articles would share one address.");
        }
        if (template.lastIndexOf("{site}") > 0) {
            return Optional.of("has {site} at the beginning or nowhere.");
        }
        return mistake(template, OF_ARTICLES);
    }

    static Optional<String> mistakeInPreviews(String template) {
        return template.contains("{token}") ? mistake(template, OF_PREVIEWS) : Optional.of("must have {token}.");
    }

    private static Optional<String> mistake(String template, List<String> known) {
        var unknown = PLACEHOLDER.matcher(template).results().map(found -> found.group(1)).filter(name -> !known.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of("has no {" + unknown.get() + "}; there are {" + String.join("} {", known) + "}.");
        }
        var filled = PLACEHOLDER.matcher(template.replace("{site}", "https://example.org")).replaceAll("1");
        return isAddress(filled) ? Optional.empty() : Optional.of("must become an absolute address with http or https.");
    }

    /** As it is: the forgiving reading would escape what nobody escapes later. */
    private static boolean isAddress(String text) {
        try {
            return WebUrl.read(new URI(text).toString()).isPresent();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
