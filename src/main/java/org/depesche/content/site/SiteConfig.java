package org.depesche.content.site;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The site that a new installation has. What is set here wins at every start over what an admin stored. */
@ConfigMapping(prefix = "depesche.site")
interface SiteConfig {

    Optional<String> name();

    /** Where the front end answers; without it nothing gets an address. */
    Optional<URI> url();

    /** {@code de} where nothing else was ever said. */
    Optional<String> language();

    /** A template of {@code {site} {category} {slug} {id} {year} {month} {day}}. */
    Optional<String> articleUrl();
}
