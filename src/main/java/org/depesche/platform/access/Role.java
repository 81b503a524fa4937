package org.depesche.platform.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a caller may do, each role with all before it. */
public enum Role {
    READER(Roles.READER),
    AUTHOR(Roles.AUTHOR),
    EDITOR(Roles.EDITOR),
    ADMIN(Roles.ADMIN);

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role as requests, answers and the database spell it. */
    public String word() {
        return word;
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }

    /** Every role's word, smallest first. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }

    public boolean includes(Role other) {
        return ordinal() >= other.ordinal();
    }

    public Set<String> includedRoles() {
        return Arrays.stream(values()).filter(this::includes).map(Role::word).collect(toUnmodifiableSet());
    }
}
