package org.depesche.bootstrap;

import java.util.List;
import java.util.Map;

import org.depesche.testkit.DatabaseTestResource;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Starts the service as the README describes: with an empty database of its own and the sample newsroom. */
public class SampleNewsroomProfile implements QuarkusTestProfile {

    static final String ADMIN_KEY = "the-admin-key-of-the-sample-house-1";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("depesche.sample-newsroom", "true", "depesche.admin.key", ADMIN_KEY);
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(DatabaseTestResource.class, Map.of("folder", "sample-database")));
    }
}
