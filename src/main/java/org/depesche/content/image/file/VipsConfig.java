package org.depesche.content.image.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The optional engine of libvips. The type is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.media.vips")
public interface VipsConfig {

    /** Whether pictures are decoded by {@code vipsthumbnail}, in processes of their own. */
    @WithDefault("false")
    boolean enabled();

    @WithDefault("vipsthumbnail")
    String program();

    /** The address space of one process. */
    @WithDefault("2G")
    MemorySize maxMemory();

    /** Whether renditions are made in AVIF, too, where this libvips has an encoder. */
    @WithDefault("true")
    boolean avif();

    /** From 1 to 100. */
    @WithDefault("55")
    int avifQuality();

    /** From 0, fast, to 9, small. */
    @WithDefault("2")
    int avifEffort();
}
