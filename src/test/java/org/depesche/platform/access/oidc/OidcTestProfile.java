package org.depesche.platform.access.oidc;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;

/** A service that accepts the access tokens of Quarkus' test issuer. */
public class OidcTestProfile implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(TestIssuer.class));
    }

    /** Configures the test issuer as an operator would configure an issuer. */
    public static class TestIssuer implements QuarkusTestResourceLifecycleManager {

        private final OidcWiremockTestResource server = new OidcWiremockTestResource();

        @Override
        public Map<String, String> start() {
            return Map.of("quarkus.oidc.auth-server-url", server.start().get("keycloak.url") + "/realms/quarkus");
        }

        @Override
        public void stop() {
            server.stop();
        }
    }
}
