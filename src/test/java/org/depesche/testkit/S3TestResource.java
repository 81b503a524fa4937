package org.depesche.testkit;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Has the service store its image files in a bucket. */
public class S3TestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("depesche.media.storage.s3.bucket", S3Server.BUCKET, "depesche.media.storage.s3.endpoint",
                S3Server.ensureRunning().toString(), "depesche.media.storage.s3.path-style", "true",
                "depesche.media.storage.s3.prefix", "newsroom/", "depesche.media.storage.s3.access-key-id", "test",
                "depesche.media.storage.s3.secret-access-key", "test", "depesche.media.storage.s3.read-timeout", "1S",
                "depesche.media.storage.s3.call-timeout", "3S");
    }

    @Override
    public void stop() {
        // the next test goes on with it; it ends with the JVM
    }
}
