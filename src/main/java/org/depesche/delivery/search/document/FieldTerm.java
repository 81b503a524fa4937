package org.depesche.delivery.search.document;

/** A term of one index field. */
public record FieldTerm(String field, String text) {
}
