package org.depesche.content.taxonomy;

/** What happened to a site, category, tag, author or image. */
public enum ChangeKind {
    CREATED,
    UPDATED,
    MERGED,
    DELETED
}
