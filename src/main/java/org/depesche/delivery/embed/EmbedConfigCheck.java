package org.depesche.delivery.embed;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** Refuses to start with settings that would break the header of the page for frames, or the size of oEmbed frames. */
@ApplicationScoped
class EmbedConfigCheck {

    /** CSP Level 3, section 2.3.1, without paths: only the origin of a page around a frame is compared. */
    private static final Pattern SOURCE = Pattern.compile("'self'|https?:"
            + "|(https?://)?(\\*|(\\*\\.)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*)(:([0-9]+|\\*))?");

    private final EmbedConfig config;

    EmbedConfigCheck(EmbedConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        var width = config.oembedWidth();
        if (width < 1 || width > OEmbedQuery.MAX_SIZE) {
            throw new IllegalStateException(
                    "depesche.embed.oembed-width is not between 1 and " + OEmbedQuery.MAX_SIZE + ": " + width);
        }
        config.frameAncestors().stream().filter(source -> !SOURCE.matcher(source).matches()).findFirst().ifPresent(wrong -> {
            throw new IllegalStateException("depesche.embed.frame-ancestors has a value that is no host source of CSP, as "
                    + "https://*.example.org, without a path: \"" + wrong + "\"");
        });
    }
}
