package org.depesche.delivery.search.query;

/** One form of a word in one field. */
public record Term(String field, String text) {
}
