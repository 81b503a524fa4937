package org.depesche.bench.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Says a word otherwise, by rules that the service knows nothing of: another ending that some article really writes, the end of
 * a
 * compound by somebody else's dictionary, a slip of the finger.
 */
final class QueryVariants {

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final List<String> ENDINGS = List.of("", "e", "en", "er", "es", "em", "n", "s", "ern");
    private static final List<String> LINKS = List.of("", "s", "es", "n", "en");
    private static final Map<Character, Character> UMLAUTS = Map.of('a', 'ä', 'o', 'ö', 'u', 'ü');
    private static final int SHORTEST_STEM = 4;
    private static final int SHORTEST_COMPOUND = 9;
    private static final int SHORTEST_TYPO = 6;

    private final Map<String, TreeSet<String>> byStem = new HashMap<>();
    private final Set<String> parts;
    private final Random random = new Random(5);

    QueryVariants(List<LabelledArticle> stories) throws IOException {
        var folder = Path.of(Optional.ofNullable(System.getenv("DEPESCHE_SHARED")).orElse("../shared"), "data", "german");
        parts = new HashSet<>(Files.readAllLines(folder.resolve("dictionary-de.txt")));
        var seen = new HashSet<String>();
        for (var story : stories) {
            WORD.matcher(story.title() + " " + story.text()).results().map(found -> found.group()).filter(seen::add)
                    .forEach(word -> stems(word)
                            .forEach(stem -> byStem.computeIfAbsent(stem, none -> new TreeSet<>()).add(word)));
        }
    }

    /** The words of a title that are worth typing. */
    static List<String> words(String title) {
        return WORD.matcher(title).results().map(found -> found.group())
                .filter(word -> word.length() > 3 || word.equals(word.toUpperCase(Locale.ROOT))).distinct().toList();
    }

    Optional<String> inflect(String word) {
        if (!Character.isUpperCase(word.charAt(0))) {
            return Optional.empty();
        }
        var others = new ArrayList<String>();
        stems(word).forEach(stem -> byStem.getOrDefault(stem, new TreeSet<>()).stream()
                .filter(other -> !other.equals(word) && Character.isUpperCase(other.charAt(0))).forEach(others::add));
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(random.nextInt(others.size())));
    }

    /** The end of a compound, which says what it is. */
    Optional<String> compoundPart(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        for (var at = 4; word.length() >= SHORTEST_COMPOUND && at <= word.length() - 4; at++) {
            var end = small.substring(at);
            var front = small.substring(0, at);
            if (parts.contains(end) && LINKS.stream().anyMatch(link -> front.endsWith(link)
                    && front.length() - link.length() >= 4
                    && parts.contains(front.substring(0, front.length() - link.length())))) {
                return Optional.of(Character.toUpperCase(end.charAt(0)) + end.substring(1));
            }
        }
        return Optional.empty();
    }

    Optional<String> typo(String word) {
        if (word.length() < SHORTEST_TYPO) {
            return Optional.empty();
        }
        var at = 1 + random.nextInt(word.length() - 2);
        return Optional.of(switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        });
    }

    private static Set<String> stems(String word) {
        var stems = new HashSet<String>();
        for (var ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                stems.add(plain(word.substring(0, word.length() - ending.length())));
            }
        }
        return stems;
    }

    private static String plain(String stem) {
        var plain = stem;
        for (var umlaut : UMLAUTS.entrySet()) {
            plain = plain.replace(umlaut.getValue(), umlaut.getKey());
        }
        return plain;
    }
}
