package org.depesche.content.site;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

import org.depesche.content.machineuse.MachineUseReader;
import org.depesche.kernel.LanguageTag;
import org.depesche.platform.json.JsonForm;

/** Reads the form of a site. */
final class SiteFormReader {

    static final int MAX_NAME = 200;
    static final int MAX_LANGUAGE = LanguageTag.MAX_LENGTH;
    static final int MAX_TEMPLATE = 500;
    static final int MAX_PREVIEW = 2_000;

    private SiteFormReader() {
    }

    static SiteForm read(JsonForm form) {
        form.require("name", "language");
        var read = new SiteForm(form.slug("slug").orElse(null), form.visibleText("name", MAX_NAME).orElse(""),
                url(form).orElse(null),
                language(form).orElse(""),
                template(form, "articleUrl", MAX_TEMPLATE, UrlTemplateValidator::articleUrlError)
                        .orElse(Site.DEFAULT_ARTICLE_URL),
                template(form, "previewUrl", MAX_PREVIEW, UrlTemplateValidator::previewUrlError).orElse(null),
                MachineUseReader.read(form));
        form.verify();
        return read;
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
        var encoded = template.map(UrlTemplateValidator::encode);
        if (encoded.filter(text -> text.length() > max).isPresent()) {
            form.reject(member, "has more than " + max + " characters when it is percent-encoded.");
        } else {
            template.flatMap(check).ifPresent(mistake -> form.reject(member, mistake));
        }
        return encoded;
    }
}
