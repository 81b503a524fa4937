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

    /** The widths of each crop; its own width is added where it is not above the largest. */
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

    /** From 0, fast, to 6, small. */
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

    /** How old a file must be before it is deleted because nothing names it: its row may still be on the way. */
    @WithDefault("24H")
    Duration retention();

    @WithDefault("1H")
    Duration sweepInterval();

    /** What the addresses of a file answer that was replaced, or cropped elsewhere. */
    @WithDefault("redirect")
    FormerAddresses formerAddresses();

    /** How often a node looks for images whose rights have expired. */
    @WithDefault("1S")
    Duration expiryPollInterval();

    /** How many articles with an image one transaction looks at after its expiry; publications wait for its end. */
    @WithDefault("100")
    @WithConverter(BatchSize.class)
    int expiryBatch();

    /** The answers of former addresses. */
    enum FormerAddresses {
        /** To the present file of the same crop and the nearest width. */
        REDIRECT,
        /** For houses whose replaced pictures must not lead on. */
        GONE
    }
}
