package org.depesche.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The start of the service for long tests that want other settings than {@link SecondProfile} and do not disturb each other: a
 * database of its own, a bucket for images, and an OpenID Connect issuer that nobody serves.
 */
public class ThirdProfile extends OwnDatabaseProfile {

    public ThirdProfile() {
        super("third-database");
    }

    /** Where there is no server of S3, files are stored in a folder, and the tests of the bucket are skipped. */
    @Override
    public List<TestResourceEntry> testResources() {
        var all = new ArrayList<>(super.testResources());
        if (S3Server.isPossible()) {
            all.add(new TestResourceEntry(S3TestResource.class));
        }
        return all;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        var bucket = Map.of("depesche.media.renditions.retention", "PT2S", "depesche.media.renditions.former-addresses", "gone",
                "depesche.media-url", "https://cdn.example.org/");
        var issuer = Map.of("quarkus.oidc.auth-server-url", "http://localhost:" + TestPorts.free(),
                "quarkus.oidc.token.audience", "newsroom-api", "quarkus.oidc.roles.role-claim-path", "depesche/roles",
                "depesche.access.oidc.editor-roles", "desk,chief", "depesche.access.oidc.timeout", "1S");
        return TestSettings.with(List.of(bucket, issuer));
    }
}
