package org.depesche.delivery.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a search box, parsed. Quotes make a phrase. {@code -word} and {@code NOT} exclude. {@code OR} separates
 * alternatives. {@code AND} is the default. Every input parses: no input is a syntax error.
 * @param text the input as the user typed it
 * @param words all words of the text, at their positions
 * @param groups every group has to match; a group matches when one of its clauses matches
 * @param excluded no clause of these may match
 */
public record ParsedQuery(String text, List<Word> words, List<List<Clause>> groups, List<Clause> excluded) {

    private static final Pattern TOKEN = Pattern.compile("(-?)[\"„“”»«]([^\"„“”»«]*)[\"“”»«]?|(\\S+)");
    private static final Set<String> AND = Set.of("AND", "UND", "&&", "&", "+");
    private static final Set<String> OR = Set.of("OR", "ODER", "||", "|");
    private static final Set<String> NOT = Set.of("NOT", "NICHT");

    public ParsedQuery {
        words = List.copyOf(words);
        groups = groups.stream().map(List::copyOf).toList();
        excluded = List.copyOf(excluded);
    }

    /** One word, or several words that have to match together. */
    public record Clause(List<Word> words, boolean isPhrase) {
        public Clause {
            words = List.copyOf(words);
        }
    }

    public static ParsedQuery parse(String input) {
        var parser = new Parser();
        var tokens = TOKEN.matcher(input);
        while (tokens.find()) {
            if (tokens.group(2) != null) {
                parser.addClause(tokens.group(2), true, !tokens.group(1).isEmpty());
            } else {
                parser.addToken(tokens.group(3));
            }
        }
        return new ParsedQuery(input, WordTokenizer.tokenize(input), parser.groups, parser.excluded);
    }

    /** The number of words in all clauses. */
    public int size() {
        return groups.stream().flatMap(List::stream).mapToInt(clause -> clause.words().size()).sum()
                + excluded.stream().mapToInt(clause -> clause.words().size()).sum();
    }

    private static final class Parser {

        private final List<List<Clause>> groups = new ArrayList<>();
        private final List<Clause> excluded = new ArrayList<>();
        private boolean isAlternative;
        private boolean isExcluded;

        private void addToken(String token) {
            if (AND.contains(token)) {
                return;
            }
            if (OR.contains(token)) {
                isAlternative = !groups.isEmpty();
            } else if (NOT.contains(token)) {
                isExcluded = true;
            } else {
                addClause(token, false, token.startsWith("-"));
            }
        }

        private void addClause(String text, boolean isPhrase, boolean isNegated) {
            var words = WordTokenizer.tokenize(text);
            if (words.isEmpty()) {
                return;
            }
            if (isExcluded || isNegated) {
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
