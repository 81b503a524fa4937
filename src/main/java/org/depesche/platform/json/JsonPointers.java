package org.depesche.platform.json;

/** JSON pointers (RFC 6901). */
final class JsonPointers {

    private static final int SHOWN = 200;

    private JsonPointers() {
    }

    static String child(String parent, String member) {
        return parent + "/" + UnicodeText.abbreviated(member, SHOWN).replace("~", "~0").replace("/", "~1");
    }
}
