package org.depesche.delivery.search.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.kernel.Uuid7;

/** Values of fields as the cluster keeps them: a list as its site, the letter of its kind and its value. */
final class OpenSearchFieldValues {

    private static final HexFormat HEX = HexFormat.of();
    private static final int SITE = 32;

    private OpenSearchFieldValues() {
    }

    /** What all lists of a kind on a site begin with. */
    static String prefix(UUID site, ListKind kind) {
        return HEX.formatHex(Uuid7.bytes(site)) + kind.letter();
    }

    static String list(ListKey list) {
        return prefix(list.site(), list.kind()) + HEX.formatHex(list.value().getBytes(StandardCharsets.ISO_8859_1));
    }

    static ListKey list(String text) {
        return new ListKey(Uuid7.of(HEX.parseHex(text.substring(0, SITE))), ListKind.of(text.substring(SITE, SITE + 1)),
                new String(HEX.parseHex(text.substring(SITE + 1)), StandardCharsets.ISO_8859_1));
    }
}
