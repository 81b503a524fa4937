package org.depesche.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/** Names that no other test uses, so that tests can share a database. */
public final class UniqueNames {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private UniqueNames() {
    }

    /** The word, a hyphen, and what makes it unique; a slug where the word is one. */
    public static String of(String word) {
        return word + "-" + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
    }
}
