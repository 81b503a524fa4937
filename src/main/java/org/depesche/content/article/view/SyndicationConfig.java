package org.depesche.content.article.view;

import java.net.URI;
import java.util.Optional;

import org.depesche.content.model.SyndicationLevel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What partners get. */
@ConfigMapping(prefix = "depesche.syndication")
public interface SyndicationConfig {

    /** What partners may take of an article whose rights say nothing about it. */
    @WithDefault("full")
    SyndicationLevel unstated();

    /** The publication's logo, which partners show beside its name. */
    Optional<URI> logo();
}
