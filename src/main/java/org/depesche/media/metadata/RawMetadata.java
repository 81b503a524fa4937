package org.depesche.media.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every value of the metadata of a file, as text and in the order of the file, for people.
 *
 * @param xmp the simple values by path, as {@code dc:creator[1]}
 * @param iim the values of IPTC-IIM by dataset, as {@code 2:25 Keywords}; most datasets have one
 * @param exif the values by directory and tag, as {@code Exif IFD0} and {@code Artist}
 */
public record RawMetadata(Map<String, String> xmp, Map<String, List<String>> iim, Map<String, Map<String, String>> exif) {

    public RawMetadata {
        xmp = Collections.unmodifiableMap(new LinkedHashMap<>(xmp));
        iim = Collections.unmodifiableMap(new LinkedHashMap<>(iim));
        exif = Collections.unmodifiableMap(new LinkedHashMap<>(exif));
    }
}
