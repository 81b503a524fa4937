package org.depesche.content.image.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the optional program libvips. The type is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.media.vips")
public interface VipsConfig {

    /** Whether {@code vipsthumbnail} decodes pictures, in a process for each. */
    @WithDefault("false")
    boolean enabled();

    @WithDefault("vipsthumbnail")
    String program();

    /** The maximum address space of one process. */
    @WithDefault("2G")
    MemorySize maxMemory();

    /** Whether renditions are made in AVIF, too, where this libvips has an encoder. */
    @WithDefault("true")
    boolean avif();

    /** The quality of AVIF files, from 1 to 100. */
    @WithDefault("55")
    int avifQuality();

    /** The effort of compression, from 0 (fast) to 9 (small files). */
    @WithDefault("2")
    int avifEffort();
}
