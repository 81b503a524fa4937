package org.depesche.media.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** The settings of a bucket. The type is public only because the configuration library implements it. */
public interface S3Config {

    /** The name of the bucket, which exists. Absent: files are in the folder. */
    Optional<String> bucket();

    /** What all keys begin with, such as {@code newsroom/}, so that several services can share a bucket. */
    Optional<String> prefix();

    /** Absent: that of the environment, or {@code us-east-1} where there is an endpoint of its own. */
    Optional<String> region();

    /** The server of another vendor. Absent: Amazon's. */
    Optional<URI> endpoint();

    /** Whether the bucket is in the path, and not in the name of the host, as many other vendors want it. */
    @WithDefault("false")
    boolean pathStyle();

    /** Absent: the default credential provider chain of the AWS SDK. */
    Optional<String> accessKeyId();

    /** Goes with the access key id. */
    Optional<String> secretAccessKey();

    @WithDefault("3S")
    Duration connectTimeout();

    /** How long the server may be silent. */
    @WithDefault("10S")
    Duration readTimeout();

    /** Of one call, with all attempts. */
    @WithDefault("60S")
    Duration callTimeout();

    @WithDefault("3")
    int maxAttempts();
}
