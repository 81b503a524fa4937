package org.depesche.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Sentences of one article. Words are as frequent as in a language: the n-th about a n-th as often as the first. */
final class Prose {

    private final SplittableRandom random;

    Prose(SplittableRandom random) {
        this.random = random;
    }

    <T> T skewed(List<T> from) {
        return from.get(skewed(from.size()));
    }

    /** Below {@code bound}; its logarithm is even, which is Zipf's law. */
    int skewed(int bound) {
        return Math.min(bound, (int) Math.pow(bound + 1.0, random.nextDouble())) - 1;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    String person() {
        return skewed(Vocabulary.FIRST_NAMES) + ' ' + skewed(Vocabulary.LAST_NAMES);
    }

    String headline() {
        return skewed(Vocabulary.PLACES) + ": " + upper(noun(false)) + ' ' + skewed(Vocabulary.VERBS) + ' ' + noun(true);
    }

    String paragraph() {
        var text = new StringBuilder();
        for (var left = between(3, 5); left > 0; left--) {
            text.append(text.length() == 0 ? "" : " ").append(sentence());
        }
        return text.toString();
    }

    String sentence() {
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
    String compound() {
        var last = skewed(Vocabulary.LAST_PARTS);
        return compound(last.substring(4));
    }

    private String noun(boolean isObject) {
        var last = skewed(Vocabulary.LAST_PARTS);
        var article = isObject && last.startsWith("der") ? "den" : last.substring(0, 3);
        var adjective = happens(0.3) ? ' ' + skewed(Vocabulary.ADJECTIVES) + (article.equals("den") ? "n" : "") : "";
        return article + adjective + ' ' + compound(last.substring(4));
    }

    private String compound(String last) {
        var first = skewed(Vocabulary.FIRST_PARTS);
        return happens(0.1) ? first + skewed(Vocabulary.FIRST_PARTS).toLowerCase(Locale.GERMAN) + last : first + last;
    }

    private String count() {
        return "betroffen seien " + between(2, 900) + ' ' + skewed(Vocabulary.THINGS);
    }

    private String verb() {
        return skewed(Vocabulary.VERBS);
    }

    private String adverb() {
        return skewed(Vocabulary.ADVERBS);
    }

    private String place() {
        return skewed(Vocabulary.PLACES);
    }

    private static String upper(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
