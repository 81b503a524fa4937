package org.depesche.content.image.file.upload;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.depesche.platform.outbound.NetworkRange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The limits of fetching files from URLs. The type is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.media.fetch")
public interface FetchConfig {

    /** The maximum time for one file, including all redirects. */
    @WithDefault("20S")
    Duration timeout();

    @WithDefault("3")
    int maxRedirects();

    /** How many files a node fetches at the same time. */
    @WithDefault("4")
    int maxConcurrent();

    /** Private networks from which files may be fetched nevertheless. */
    Optional<List<@WithConverter(NetworkRange.FromText.class) NetworkRange>> allowedNetworks();
}
