package org.depesche.content.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.depesche.platform.json.WebUrl;

/** Validates URL templates: a valid template yields a valid URL for every value of its placeholders. */
final class UrlTemplateValidator {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final List<String> ARTICLE_PLACEHOLDERS = List.of("site", "category", "slug", "id", "year", "month", "day");
    private static final List<String> PREVIEW_PLACEHOLDERS = List.of("token", "slug", "id");

    private UrlTemplateValidator() {
    }

    static Optional<String> articleUrlError(String template) {
        if (!template.contains("{slug}") && !template.contains("{id}")) {
            return Optional.of("must have {slug} or {id}, or all articles would share one address.");
        }
        if (template.lastIndexOf("{site}") > 0) {
            return Optional.of("has {site} at the beginning or nowhere.");
        }
        return templateError(template, ARTICLE_PLACEHOLDERS);
    }

    static Optional<String> previewUrlError(String template) {
        return template.contains("{token}") ? templateError(template, PREVIEW_PLACEHOLDERS) : Optional.of("must have {token}.");
    }

    private static Optional<String> templateError(String template, List<String> known) {
        var unknown = PLACEHOLDER.matcher(template).results().map(match -> match.group(1)).filter(name -> !known.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of("has no {" + unknown.get() + "}; there are {" + String.join("} {", known) + "}.");
        }
        var example = PLACEHOLDER.matcher(template.replace("{site}", "https://example.org")).replaceAll("1");
        return isUrl(example) ? Optional.empty() : Optional.of("must become an absolute address with http or https.");
    }

    /** Parses strictly: {@link WebUrl} alone would accept text that must be escaped, and nothing escapes it later. */
    private static boolean isUrl(String text) {
        try {
            return WebUrl.parse(new URI(text).toString()).isPresent();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
