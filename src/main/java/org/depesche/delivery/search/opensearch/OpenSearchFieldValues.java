package org.depesche.delivery.search.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.kernel.Uuid7;

/** Encodes field values for the cluster. A list is encoded as its site, the letter of its kind, and its value. */
final class OpenSearchFieldValues {

    private static final HexFormat HEX = HexFormat.of();
    private static final int SITE_LENGTH = 32;

    private OpenSearchFieldValues() {
    }

    /** The prefix that all lists of a kind on a site have in common. */
    static String prefix(UUID site, ListKind kind) {
        return HEX.formatHex(Uuid7.bytes(site)) + kind.letter();
    }

    static String list(ListKey list) {
        return prefix(list.site(), list.kind()) + HEX.formatHex(list.value().getBytes(StandardCharsets.ISO_8859_1));
    }

    static ListKey list(String text) {
        return new ListKey(Uuid7.of(HEX.parseHex(text.substring(0, SITE_LENGTH))),
                ListKind.of(text.substring(SITE_LENGTH, SITE_LENGTH + 1)),
                new String(HEX.parseHex(text.substring(SITE_LENGTH + 1)), StandardCharsets.ISO_8859_1));
    }
}
