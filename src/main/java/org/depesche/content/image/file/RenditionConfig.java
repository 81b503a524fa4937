package org.depesche.content.image.file;

import java.time.Duration;
import java.util.List;

import org.depesche.platform.settings.BatchSize;
import org.depesche.platform.settings.Fraction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** Settings of renditions. The type is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.media.renditions")
public interface RenditionConfig {

    /** The widths of each crop in pixels. The full width of a crop is added if it is not above {@link #maxWidth}. */
    @WithDefault("320,480,640,960,1280,1920,2560")
    List<Integer> widths();

    @WithDefault("2560")
    int maxWidth();

    @WithDefault("0.82")
    @WithConverter(Fraction.class)
    float jpegQuality();

    @WithDefault("0.75")
    @WithConverter(Fraction.class)
    float webpQuality();

    /** The effort of compression, from 0 (fast) to 6 (small files). */
    @WithDefault("2")
    int webpEffort();

    /** How often a node looks for pictures of other nodes; it notices its own uploads at once. */
    @WithDefault("1S")
    Duration pollInterval();

    /** How long a dead node keeps the others from making the renditions of its picture. */
    @WithDefault("5M")
    Duration lease();

    @WithDefault("5")
    int maxAttempts();

    /** How old a file must be before it is deleted because no row names it. The row of a younger one may not be written yet. */
    @WithDefault("24H")
    Duration retention();

    @WithDefault("1H")
    Duration sweepInterval();

    /** The response to the address of a rendition that was replaced, because the file or its focal point has changed. */
    @WithDefault("redirect")
    FormerAddresses formerAddresses();

    /** How often a node looks for images whose rights have expired. */
    @WithDefault("1S")
    Duration expiryPollInterval();

    /** How many articles one transaction moves after the expiry of an image. Publications wait until it has ended. */
    @WithDefault("100")
    @WithConverter(BatchSize.class)
    int expiryBatch();

    /** The responses to addresses of replaced renditions. */
    enum FormerAddresses {
        /** A redirection to the current rendition of the same crop with the nearest width. */
        REDIRECT,
        /** The status 410, for publishers whose replaced pictures must not lead to the new ones. */
        GONE
    }
}
