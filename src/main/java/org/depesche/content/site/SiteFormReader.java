package org.depesche.content.site;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.depesche.kernel.LanguageTag;
import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads what an admin sends of a site.
 *
 * @param fixed members that nobody can set: welcome as long as they say what is, since PUT takes what GET gave
 */
record SiteFormReader(Map<String, String> readOnlyMembers) {

    static final int MAX_NAME = 200;
    private static final int MAX_LANGUAGE = 35;
    private static final int MAX_TEMPLATE = 500;
    private static final int MAX_PREVIEW = 2_000;

    /** All of it: what is left out is empty. */
    SiteForm readFull(JsonForm form) {
        checkFixed(form);
        form.require("name", "language");
        return read(form, null);
    }

    /** A merge patch (RFC 7396): what is left out stays, null clears. */
    SiteForm readPatch(JsonForm form, Site before) {
        checkFixed(form);
        for (var member : new String[] { "name", "language" }) {
            if (form.isExplicitNull(member)) {
                form.reject(member, "is required.");
            }
        }
        return read(form, before);
    }

    private SiteForm read(JsonForm form, @Nullable Site before) {
        var slug = readOnlyMembers.containsKey("slug") ? Optional.<String> empty() : form.slug("slug");
        var read = new SiteForm(slug.orElse(null),
                form.text("name", MAX_NAME).orElse(before == null ? "" : before.name()),
                url(form).orElse(kept(form, "url", before, Site::url)),
                language(form).orElse(before == null ? "" : before.language()),
                template(form, "articleUrl", MAX_TEMPLATE, UrlTemplateValidator::articleUrlError)
                        .or(() -> Optional.ofNullable(kept(form, "articleUrl", before, Site::articleUrl)))
                        .orElse(Site.DEFAULT_ARTICLE_URL),
                template(form, "previewUrl", MAX_PREVIEW, UrlTemplateValidator::previewUrlError)
                        .orElse(kept(form, "previewUrl", before, Site::previewUrl)));
        form.verify();
        return read;
    }

    private static <T> @Nullable T kept(JsonForm form, String member, @Nullable Site before,
            Function<Site, @Nullable T> value) {
        return before == null || form.isExplicitNull(member) ? null : value.apply(before);
    }

    private static Optional<URI> url(JsonForm form) {
        var url = form.httpUrl("url").map(found -> URI.create(found.toString().replaceAll("/+$", "")));
        if (url.filter(found -> found.getRawQuery() != null || found.getRawFragment() != null).isPresent()) {
            form.reject("url", "has neither a query nor a fragment, as paths are put behind it.");
        }
        return url;
    }

    private static Optional<String> language(JsonForm form) {
        return form.text("language", MAX_LANGUAGE).flatMap(text -> {
            var language = LanguageTag.normalize(text);
            if (language.isEmpty()) {
                form.reject("language", "must be a language tag (BCP 47), as de.");
            }
            return language;
        });
    }

    private static Optional<String> template(JsonForm form, String member, int max, Function<String, Optional<String>> check) {
        var template = form.text(member, max);
        template.flatMap(check).ifPresent(mistake -> form.reject(member, mistake));
        return template;
    }

    private void checkFixed(JsonForm form) {
        new LinkedHashMap<>(readOnlyMembers).forEach((member, value) -> {
            if (form.isExplicitNull(member) && !value.isEmpty()
                    || form.has(member) && !form.raw(member).map(JsonNode::asText).orElse("").equals(value)) {
                form.reject(member, "cannot be changed here.");
            }
        });
    }
}
