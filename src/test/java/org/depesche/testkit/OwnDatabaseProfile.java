package org.depesche.testkit;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A database of its own, for tests whose content would disturb others or that need to know all the content. */
public abstract class OwnDatabaseProfile implements QuarkusTestProfile {

    private final String folder;

    /** @param folder the name of the database's folder below {@code target} */
    protected OwnDatabaseProfile(String folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return TestSettings.with(List.of());
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(DatabaseTestResource.class, Map.of("folder", folder)));
    }
}
