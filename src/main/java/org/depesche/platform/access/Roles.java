package org.depesche.platform.access;

/** The roles' names for {@code @RolesAllowed}. A caller has its own role and all before it, so name the smallest that may. */
public final class Roles {

    /** Delivery, with its own quota and entitlements. */
    public static final String READER = "reader";
    /** Own drafts. */
    public static final String AUTHOR = "author";
    /** All drafts, publishing, vocabulary, images, curation. */
    public static final String EDITOR = "editor";
    /** Keys, sites, webhooks, imports, erasure. */
    public static final String ADMIN = "admin";

    private Roles() {
    }
}
