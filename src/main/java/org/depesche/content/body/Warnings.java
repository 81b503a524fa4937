package org.depesche.content.body;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What cleaning took away, each thing once a place, and no more than a person reads. */
final class Warnings {

    private static final int MAX = 100;
    private static final int SHOWN = 60;

    private final Set<Warning> all = new LinkedHashSet<>();

    void add(String pointer, String detail) {
        if (all.size() < MAX) {
            all.add(new Warning(pointer, detail));
        }
    }

    static String tag(String name) {
        return "<" + shown(name) + ">";
    }

    static String shown(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }

    List<Warning> all() {
        return List.copyOf(all);
    }
}
