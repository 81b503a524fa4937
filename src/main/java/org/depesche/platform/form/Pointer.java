package org.depesche.platform.form;

/** JSON pointers (RFC 6901). */
final class Pointer {

    private static final int SHOWN = 200;

    private Pointer() {
    }

    static String to(String parent, String member) {
        return parent + "/" + WellFormed.shown(member, SHOWN).replace("~", "~0").replace("/", "~1");
    }
}
