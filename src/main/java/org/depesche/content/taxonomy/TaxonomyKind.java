package org.depesche.content.taxonomy;

import java.util.List;

/**
 * The differences between tags and authors.
 *
 * @param name the name in messages, in the audit log and of the database table
 * @param listKind the letter of the article lists of this kind
 * @param members the members besides slug and name
 */
public record TaxonomyKind(String name, String listKind, List<TaxonomyMember> members) {

    public TaxonomyKind {
        members = List.copyOf(members);
    }

    String table() {
        return name;
    }

    String indefiniteArticle() {
        return "aeiou".indexOf(name.charAt(0)) < 0 ? "a" : "an";
    }
}
