package org.depesche.platform.access;

/**
 * The names of the roles for {@code @RolesAllowed}. Name the role with the fewest rights that is sufficient, because
 * each role includes all previous ones.
 */
public final class Roles {

    /** Reads the public API, with its own quota and entitlements. */
    public static final String READER = "reader";
    /** Edits its own drafts. */
    public static final String AUTHOR = "author";
    /** Edits all drafts, publishes, and edits categories, tags, authors, images and curated lists. */
    public static final String EDITOR = "editor";
    /** Manages keys, sites, webhooks, imports and erasure. */
    public static final String ADMIN = "admin";

    private Roles() {
    }
}
