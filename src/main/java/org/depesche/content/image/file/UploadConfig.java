package org.depesche.content.image.file;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of uploaded files. The type is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.media.upload")
public interface UploadConfig {

    /** The default of {@link #maxBatchFiles}, which the OpenAPI document names. */
    int MAX_BATCH_FILES = 100;

    @WithDefault("64M")
    MemorySize maxSize();

    /** The maximum number of files in one batch. */
    @WithDefault("" + MAX_BATCH_FILES)
    int maxBatchFiles();

    /** The maximum number of bytes of all files of one batch together. */
    @WithDefault("512M")
    MemorySize maxBatchSize();

    /** The maximum of width times height. */
    @WithDefault("100000000")
    long maxPixels();

    /** The maximum length of the longer side, in pixels. */
    @WithDefault("20000")
    int maxSide();

    /** The maximum of the longer side divided by the shorter one. */
    @WithDefault("50")
    int maxRatio();

    /** The maximum number of frames of an animation, or of pages of a TIFF file. */
    @WithDefault("1000")
    int maxFrames();

    /** The maximum number of pixels for each byte of the file. It refuses decompression bombs. */
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

    /** The time after which decoding of one file is aborted. */
    @WithDefault("20S")
    Duration decodeTimeout();
}
