package org.depesche.testkit;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** For tests that fill a database with what no other test must meet, or that must be alone in theirs. */
public abstract class OwnDatabaseProfile implements QuarkusTestProfile {

    private final String folder;

    /** @param folder the name of the database's folder below {@code target} */
    protected OwnDatabaseProfile(String folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("depesche.admin.key", Callers.ADMIN_KEY);
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
