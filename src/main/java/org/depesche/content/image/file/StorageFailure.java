package org.depesche.content.image.file;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import io.quarkus.logging.Log;

/** Creates the response 503 to requests for which the storage of image files does not work. No stored file is lost. */
public final class StorageFailure {

    private StorageFailure() {
    }

    /** Logs the failure, and returns the problem for the client, who may repeat the request after a minute. */
    public static Problem of(Exception failure) {
        Log.errorf("The storage of images failed: %s", failure); // without a stack trace: each request for a file may log it
        return new Problem(ProblemType.UNAVAILABLE, "The storage of images does not work.").header("Retry-After", "60");
    }
}
