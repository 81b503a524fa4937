package org.depesche.content.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.depesche.platform.json.WebUrl;

/** Validates URL templates: a valid template yields a valid URL for every value of its placeholders. */
final class UrlTemplateValidator {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern AUTHORITY = Pattern.compile("[a-zA-Z]+://[^/?#]*");
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
        if (template.startsWith("{site}") && !template.matches("\\{site}(/(?!/)|\\?).*")) {
            return Optional.of("has one / behind {site}, or it would change the site's host.");
        }
        return template.contains("#") ? Optional.of("has no fragment, which browsers send to no server.")
                : templateError(template, ARTICLE_PLACEHOLDERS);
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
        if (authority(template).contains("{")) {
            return Optional.of("has no placeholder in its host.");
        }
        var example = PLACEHOLDER.matcher(template.replace("{site}", "https://example.org")).replaceAll("1");
        return isUrl(example) ? Optional.empty() : Optional.of("must become an absolute address with http or https.");
    }

    /** Percent-encodes what a URL may have in ASCII only; the host becomes its ASCII form. A valid template stays valid. */
    static String encode(String template) {
        var authority = authority(template);
        var host = authority.isEmpty() ? Optional.<URI> empty() : WebUrl.parse(authority);
        var encoded = new StringBuilder(host.map(URI::toString).orElse(authority));
        template.substring(authority.length()).codePoints().forEach(c -> {
            if (c < 0x80) {
                encoded.append((char) c);
            } else {
                encoded.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
            }
        });
        return encoded.toString();
    }

    /** Returns the scheme and the host; empty for a template that begins with the site's URL. */
    private static String authority(String template) {
        var authority = AUTHORITY.matcher(template);
        return authority.lookingAt() ? authority.group() : "";
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
