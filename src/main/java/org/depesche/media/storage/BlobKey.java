package org.depesche.media.storage;

import java.util.regex.Pattern;

/** Checks keys, so that no other text reaches a file system or a bucket. */
final class BlobKey {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*){1,6}");

    private BlobKey() {
    }

    /** @throws IllegalArgumentException if the text is no key */
    static String checked(String key) {
        if (!KEY.matcher(key).matches() || key.contains("..")) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return key;
    }
}
