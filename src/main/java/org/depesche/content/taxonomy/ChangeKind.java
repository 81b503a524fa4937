package org.depesche.content.taxonomy;

/** The kind of change to a site, category, tag, author or image. */
public enum ChangeKind {
    CREATED,
    UPDATED,
    MERGED,
    DELETED
}
