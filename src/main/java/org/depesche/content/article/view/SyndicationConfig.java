package org.depesche.content.article.view;

import java.net.URI;
import java.util.Optional;

import org.depesche.content.model.SyndicationLevel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of syndication to partners. */
@ConfigMapping(prefix = "depesche.syndication")
public interface SyndicationConfig {

    /** The level of articles whose rights state none. */
    @WithDefault("full")
    SyndicationLevel unstated();

    /** The publication's logo, which partners show beside its name. */
    Optional<URI> logo();
}
