package org.depesche.content.image.file;

import java.io.IOException;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.logging.Log;

/** The answer while the storage of files does not work. Nothing that it stores is lost. */
public final class StorageFailure {

    private StorageFailure() {
    }

    /** Logs the failure, and returns what the client gets. */
    public static Problem of(IOException failure) {
        Log.errorf("The storage of images failed: %s", failure.getMessage());
        return new Problem(ProblemType.UNAVAILABLE, "The storage of images does not work.").header("Retry-After", "60");
    }
}
