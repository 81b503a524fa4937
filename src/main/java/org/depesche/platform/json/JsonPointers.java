package org.depesche.platform.json;

/** Builds JSON pointers (RFC 6901). */
final class JsonPointers {

    private static final int MAX_MEMBER_LENGTH = 200;

    private JsonPointers() {
    }

    static String child(String parent, String member) {
        return parent + "/" + UnicodeText.abbreviated(member, MAX_MEMBER_LENGTH).replace("~", "~0").replace("/", "~1");
    }
}
