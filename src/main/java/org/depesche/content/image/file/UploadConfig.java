package org.depesche.content.image.file;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of uploaded files. The type is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.media.upload")
public interface UploadConfig {

    /** The default of {@link #maxBatchFiles}, which the OpenAPI document tells. */
    int MAX_BATCH_FILES = 100;

    @WithDefault("64M")
    MemorySize maxSize();

    /** The files of one batch. */
    @WithDefault("" + MAX_BATCH_FILES)
    int maxBatchFiles();

    /** All files of one batch together. */
    @WithDefault("512M")
    MemorySize maxBatchSize();

    /** Width times height. */
    @WithDefault("100000000")
    long maxPixels();

    /** The longer side, in pixels. */
    @WithDefault("20000")
    int maxSide();

    /** The longer side divided by the shorter one. */
    @WithDefault("50")
    int maxRatio();

    /** Of an animation, or pages of a TIFF file. */
    @WithDefault("1000")
    int maxFrames();

    /** A small file that claims a large picture is a bomb. */
    @WithDefault("10000")
    int maxPixelsPerByte();

    /** How many pixels are decoded at the same time, by uploads and renditions together. */
    @WithDefault("100000000")
    long pixelBudget();

    /** How long an upload waits for its part of the budget before it gets a 503. */
    @WithDefault("20S")
    Duration budgetTimeout();

    /** Whether a picture that ends early or has broken parts is taken, with a warning, as far as it can be decoded. */
    @WithDefault("false")
    boolean acceptDamaged();

    /** After this time, decoding one file is given up. */
    @WithDefault("20S")
    Duration decodeTimeout();
}
