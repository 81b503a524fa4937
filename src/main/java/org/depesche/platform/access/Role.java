package org.depesche.platform.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/** The roles of callers. Each role includes all previous roles. */
public enum Role {
    READER(Roles.READER),
    AUTHOR(Roles.AUTHOR),
    EDITOR(Roles.EDITOR),
    ADMIN(Roles.ADMIN);

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role's name in requests, in responses and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The role with this name, as {@link #word} spells it. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }

    /** The names of all roles, the role with the fewest rights first. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }

    /** Whether this role has all rights of another role. */
    public boolean includes(Role other) {
        return ordinal() >= other.ordinal();
    }

    /** The names of this role and of the roles that it includes. */
    public Set<String> includedRoles() {
        return Arrays.stream(values()).filter(this::includes).map(Role::word).collect(toUnmodifiableSet());
    }
}
