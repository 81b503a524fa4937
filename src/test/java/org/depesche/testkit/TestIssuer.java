package org.depesche.testkit;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;

/** The OpenID Connect issuer of Quarkus' test framework, under the setting by which an operator would name it. */
public class TestIssuer implements QuarkusTestResourceLifecycleManager {

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
