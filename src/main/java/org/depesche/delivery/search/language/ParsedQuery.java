package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody typed into a search box, as people mean it: quotes hold a phrase together, {@code -word} and {@code NOT} leave
 * something out, {@code OR} stands between alternatives, {@code AND} goes without saying. Nothing is a mistake.
 *
 * @param groups all of them are wanted, of each any one clause
 */
public record ParsedQuery(List<List<Clause>> groups, List<Clause> excluded) {

    private static final Pattern TOKEN = Pattern.compile("(-?)[\"„“”»«]([^\"„“”»«]*)[\"“”»«]?|(\\S+)");
    private static final Set<String> AND = Set.of("AND", "UND", "&&", "&", "+");
    private static final Set<String> OR = Set.of("OR", "ODER", "||", "|");
    private static final Set<String> NOT = Set.of("NOT", "NICHT");

    public ParsedQuery {
        groups = groups.stream().map(List::copyOf).toList();
        excluded = List.copyOf(excluded);
    }

    /** One or more words that stand together. */
    public record Clause(List<Word> words, boolean isPhrase) {
        public Clause {
            words = List.copyOf(words);
        }
    }

    public static ParsedQuery parse(String typed) {
        var reading = new Parser();
        var tokens = TOKEN.matcher(typed);
        while (tokens.find()) {
            if (tokens.group(2) != null) {
                reading.clause(tokens.group(2), true, !tokens.group(1).isEmpty());
            } else {
                reading.token(tokens.group(3));
            }
        }
        return new ParsedQuery(reading.groups, reading.excluded);
    }

    /** How many words are looked for. */
    public int size() {
        return groups.stream().flatMap(List::stream).mapToInt(clause -> clause.words().size()).sum()
                + excluded.stream().mapToInt(clause -> clause.words().size()).sum();
    }

    private static final class Parser {

        private final List<List<Clause>> groups = new ArrayList<>();
        private final List<Clause> excluded = new ArrayList<>();
        private boolean isAlternative;
        private boolean isExcluded;

        private void token(String token) {
            if (AND.contains(token)) {
                return;
            }
            if (OR.contains(token)) {
                isAlternative = !groups.isEmpty();
            } else if (NOT.contains(token)) {
                isExcluded = true;
            } else {
                clause(token, false, token.startsWith("-"));
            }
        }

        private void clause(String text, boolean isPhrase, boolean without) {
            var words = WordTokenizer.tokenize(text);
            if (words.isEmpty()) {
                return;
            }
            if (isExcluded || without) {
                excluded.add(new Clause(words, isPhrase));
            } else if (isAlternative) {
                groups.get(groups.size() - 1).add(new Clause(words, isPhrase));
            } else if (isPhrase) {
                groups.add(new ArrayList<>(List.of(new Clause(words, true))));
            } else {
                words.forEach(word -> groups.add(new ArrayList<>(List.of(new Clause(List.of(word), false)))));
            }
            isAlternative = false;
            isExcluded = false;
        }
    }
}
