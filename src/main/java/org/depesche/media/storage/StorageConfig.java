package org.depesche.media.storage;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of this package. The type is public only because the configuration library implements it. */
@ConfigMapping(prefix = "depesche.media.storage")
public interface StorageConfig {

    /** The folder of all files; {@code media} in the data folder. With a bucket, only of those that are being received. */
    @WithDefault("data/media")
    Path folder();

    S3Config s3();
}
