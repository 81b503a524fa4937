package org.depesche.content.site;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The default site of a new installation. At every start, these settings override what an admin stored. */
@ConfigMapping(prefix = "depesche.site")
interface SiteConfig {

    Optional<String> name();

    /** The URL of the front end. Without it, articles and other content have no URL. */
    Optional<URI> url();

    /** A language tag (BCP 47). A new installation without this setting uses {@code de}. */
    Optional<String> language();

    /** A template with the placeholders {@code {site} {category} {slug} {id} {year} {month} {day}}. */
    Optional<String> articleUrl();
}
