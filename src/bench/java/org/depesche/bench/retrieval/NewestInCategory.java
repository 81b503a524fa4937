package org.depesche.bench.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What most systems call related: the newest of the same category, whatever it says. */
final class NewestInCategory implements SearchEngine {

    private Map<String, List<IndexedDocument>> byCategory = Map.of();

    @Override
    public String name() {
        return "newest of category";
    }

    @Override
    public void index(List<IndexedDocument> pages) {
        byCategory = pages.stream().sorted(Comparator.comparing(IndexedDocument::number).reversed())
                .collect(Collectors.groupingBy(IndexedDocument::category));
    }

    /** It knows no words. */
    @Override
    public List<Integer> search(String words, int limit) {
        return List.of();
    }

    @Override
    public List<Integer> similar(IndexedDocument page, int limit) {
        return byCategory.getOrDefault(page.category(), List.of()).stream().map(IndexedDocument::number)
                .filter(number -> number != page.number()).limit(limit).toList();
    }

    @Override
    public List<Integer> similarTo(IndexedDocument page, int limit) {
        return similar(page, limit);
    }

    @Override
    public void close() {
        byCategory = Map.of();
    }
}
