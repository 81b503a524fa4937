package org.depesche.content.image.file;

import java.util.UUID;

/** The keys of files in the storage. */
public final class BlobKeys {

    static final String ORIGINALS = "original/";
    static final String RENDITIONS = "rendition/";

    private BlobKeys() {
    }

    public static String original(String sha256) {
        return ORIGINALS + sha256.substring(0, 2) + "/" + sha256;
    }

    public static String rendition(UUID image, String key, String name) {
        return RENDITIONS + image + "/" + key + "/" + name;
    }
}
