package org.depesche.content.image.view;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Settings of the addresses of image files. The type is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.media")
public interface MediaConfig {

    /** Where a CDN or another server shows {@code /media}, set by {@code depesche.media-url}. Absent: this service. */
    Optional<URI> url();
}
