package org.depesche.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void aRoleGrantsAllBeforeIt() {
        assertThat(Role.READER.includedRoles()).containsOnly("reader");
        assertThat(Role.EDITOR.includedRoles()).containsOnly("reader", "author", "editor");
        assertThat(Role.ADMIN.includedRoles()).containsOnly("reader", "author", "editor", "admin");
    }

    @Test
    void aRoleIncludesItselfAndSmallerOnes() {
        assertThat(Role.EDITOR.includes(Role.EDITOR)).isTrue();
        assertThat(Role.EDITOR.includes(Role.AUTHOR)).isTrue();
        assertThat(Role.EDITOR.includes(Role.ADMIN)).isFalse();
    }

    @Test
    void rolesAreReadAsTheyAreWritten() {
        assertThat(Role.words()).containsExactly("reader", "author", "editor", "admin");
        assertThat(Role.of("author")).contains(Role.AUTHOR);
        assertThat(Role.of("AUTHOR")).isEmpty();
    }
}
