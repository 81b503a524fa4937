package org.depesche.delivery.feed.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The identity of an article in every format. Neither its address nor its slug nor its date is a part of it. */
public final class ItemIdentity {

    private static final int ASCII = 0x80;

    private ItemIdentity() {
    }

    /** The GUID that an imported article had before, or else {@code urn:uuid:…}. */
    public static String guid(UUID id, @Nullable String former) {
        return former == null ? "urn:uuid:" + id : former;
    }

    /** The same for formats that take nothing but URIs: a former GUID that is none is left out. */
    public static String uri(UUID id, @Nullable String former) {
        return guid(id, Optional.ofNullable(former).filter(ItemIdentity::isAbsoluteUri).orElse(null));
    }

    /** {@link URI} takes brackets in a query, as TYPO3 writes them, but RFC 3986 does not. */
    private static boolean isAbsoluteUri(String text) {
        try {
            return new URI(text).isAbsolute()
                    && text.chars().allMatch(character -> character < ASCII && character != '[' && character != ']');
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
