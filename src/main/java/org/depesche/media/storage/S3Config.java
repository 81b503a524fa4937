package org.depesche.media.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** The settings of a bucket. The type is public only because the configuration library implements it. */
public interface S3Config {

    /** The name of the bucket, which exists. Absent: files are in the folder. */
    Optional<String> bucket();

    /** The prefix of all keys, such as {@code newsroom/}, so that several services can share a bucket. */
    Optional<String> prefix();

    /** The region. Absent: that of the environment, or {@code us-east-1} if an endpoint is set. */
    Optional<String> region();

    /** The URL of the server of another vendor. Absent: Amazon's. */
    Optional<URI> endpoint();

    /** Whether the bucket is in the path, and not in the name of the host, as many other vendors want it. */
    @WithDefault("false")
    boolean pathStyle();

    /** The id of the access key. Absent: the default credential provider chain of the AWS SDK. */
    Optional<String> accessKeyId();

    /** The secret of the access key. Both are set, or neither. */
    Optional<String> secretAccessKey();

    /** How long a connection may take to open. */
    @WithDefault("3S")
    Duration connectTimeout();

    /** How long the server may send nothing during a call. */
    @WithDefault("10S")
    Duration readTimeout();

    /** The timeout of one call with all its attempts. */
    @WithDefault("60S")
    Duration callTimeout();

    /** The maximum number of attempts of a call. */
    @WithDefault("3")
    int maxAttempts();
}
