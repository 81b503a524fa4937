package org.depesche.delivery.search.document;

/** One form of a word in one field. */
public record FieldTerm(String field, String text) {
}
