package org.depesche.bench.corpus;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Sentences of one article. Words are as frequent as in a language: the n-th about a n-th as often as the first. */
public final class SentenceGenerator {

    private final SplittableRandom random;

    public SentenceGenerator(SplittableRandom random) {
        this.random = random;
    }

    <T> T zipf(List<T> from) {
        return from.get(zipf(from.size()));
    }

    /** Below {@code bound}; its logarithm is even, which is Zipf's law. */
    int zipf(int bound) {
        return Math.min(bound, (int) Math.pow(bound + 1.0, random.nextDouble())) - 1;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    String person() {
        return zipf(WordLists.FIRST_NAMES) + ' ' + zipf(WordLists.LAST_NAMES);
    }

    public String headline() {
        return zipf(WordLists.PLACES) + ": " + upper(noun(false)) + ' ' + zipf(WordLists.VERBS) + ' ' + noun(true);
    }

    public String paragraph() {
        var text = new StringBuilder();
        for (var left = between(3, 5); left > 0; left--) {
            text.append(text.length() == 0 ? "" : " ").append(sentence());
        }
        return text.toString();
    }

    public String sentence() {
        return switch (random.nextInt(6)) {
            case 0 -> upper(noun(false)) + ' ' + verb() + ' ' + noun(true) + " in " + place() + '.';
            case 1 -> "In " + place() + ' ' + verb() + ' ' + noun(false) + ' ' + adverb() + ' ' + noun(true) + '.';
            case 2 ->
                '„' + upper(noun(false)) + ' ' + verb() + ' ' + adverb() + ' ' + noun(true) + "“, sagte " + person() + '.';
            case 3 ->
                "Nach Angaben von " + person() + ' ' + verb() + ' ' + noun(false) + ' ' + noun(true) + ", " + count() + '.';
            case 4 ->
                upper(adverb()) + ' ' + verb() + ' ' + noun(false) + ' ' + noun(true) + ", und " + noun(false) + ' ' + verb()
                        + ' ' + noun(true) + '.';
            default -> upper(noun(false)) + " aus " + place() + ' ' + verb() + ' ' + adverb() + ' ' + noun(true) + ", obwohl "
                    + noun(false) + ' ' + noun(true) + ' ' + verb() + '.';
        };
    }

    /** A compound without its article. */
    public String compound() {
        var last = zipf(WordLists.LAST_PARTS);
        return compound(last.substring(4));
    }

    private String noun(boolean isObject) {
        var last = zipf(WordLists.LAST_PARTS);
        var article = isObject && last.startsWith("der") ? "den" : last.substring(0, 3);
        var adjective = chance(0.3) ? ' ' + zipf(WordLists.ADJECTIVES) + (article.equals("den") ? "n" : "") : "";
        return article + adjective + ' ' + compound(last.substring(4));
    }

    private String compound(String last) {
        var first = zipf(WordLists.FIRST_PARTS);
        return chance(0.1) ? first + zipf(WordLists.FIRST_PARTS).toLowerCase(Locale.GERMAN) + last : first + last;
    }

    private String count() {
        return "betroffen seien " + between(2, 900) + ' ' + zipf(WordLists.THINGS);
    }

    private String verb() {
        return zipf(WordLists.VERBS);
    }

    private String adverb() {
        return zipf(WordLists.ADVERBS);
    }

    private String place() {
        return zipf(WordLists.PLACES);
    }

    private static String upper(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
