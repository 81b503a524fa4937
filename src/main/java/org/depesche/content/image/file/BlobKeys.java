package org.depesche.content.image.file;

import java.util.UUID;

/** The keys of files in the storage. */
public final class BlobKeys {

    static final String ORIGINALS = "original/";
    static final String RENDITIONS = "rendition/";

    private BlobKeys() {
    }

    /** Returns the key of an uploaded file. Equal files have one key. */
    public static String original(String sha256) {
        return ORIGINALS + sha256.substring(0, 2) + "/" + sha256;
    }

    /**
     * Returns the key of a rendition.
     *
     * @param key the key of the renditions, a hash of all that they depend on
     * @param name the name of the file, for example {@code 16x9-640.jpg}
     */
    public static String rendition(UUID image, String key, String name) {
        return RENDITIONS + image + "/" + key + "/" + name;
    }
}
