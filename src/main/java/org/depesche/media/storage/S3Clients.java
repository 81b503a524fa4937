package org.depesche.media.storage;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Opens buckets. No class of the SDK is loaded before that. */
final class S3Clients {

    private static final Region USUAL = Region.US_EAST_1;

    private S3Clients() {
    }

    static BlobStore open(S3Config config, Clock clock) {
        return new S3BlobStore(client(config), config.bucket().orElseThrow(), config.prefix().orElse(""), clock);
    }

    /** Servers of other vendors know neither the newer checksums nor signed chunks. */
    private static S3Client client(S3Config config) {
        var client = S3Client.builder().credentialsProvider(credentials(config))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(config.connectTimeout())
                        .socketTimeout(config.readTimeout()))
                .overrideConfiguration(limits(config)).forcePathStyle(config.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build());
        config.endpoint().ifPresent(client::endpointOverride);
        var region = region(config);
        if (region != null) {
            client.region(region);
        }
        return client.build();
    }

    private static ClientOverrideConfiguration limits(S3Config config) {
        return ClientOverrideConfiguration.builder().apiCallTimeout(config.callTimeout())
                .retryStrategy(strategy -> strategy.maxAttempts(config.maxAttempts())).build();
    }

    private static @Nullable Region region(S3Config config) {
        return config.region().map(Region::of).orElse(config.endpoint().isPresent() ? USUAL : null);
    }

    private static AwsCredentialsProvider credentials(S3Config config) {
        if (config.accessKeyId().isEmpty() != config.secretAccessKey().isEmpty()) {
            throw new IllegalArgumentException("depesche.media.storage.s3.access-key-id goes with secret-access-key");
        }
        return config.accessKeyId().isEmpty() ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(config.accessKeyId().get(), config.secretAccessKey().orElseThrow()));
    }
}
