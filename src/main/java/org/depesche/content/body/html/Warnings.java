package org.depesche.content.body.html;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the sanitizer's warnings, without duplicates and up to 100. */
public final class Warnings {

    private static final int MAX_WARNINGS = 100;
    private static final int MAX_NAME_LENGTH = 60;

    private final Set<Warning> all = new LinkedHashSet<>();

    public void add(String pointer, String detail) {
        if (all.size() < MAX_WARNINGS) {
            all.add(new Warning(pointer, detail));
        }
    }

    /** Returns the tag as messages show it, abbreviated. */
    public static String tagName(String name) {
        return "<" + abbreviate(name) + ">";
    }

    static String abbreviate(String name) {
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH) + "…";
    }

    public List<Warning> all() {
        return List.copyOf(all);
    }
}
