package org.depesche.platform.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run of words of an explanation: plain, or between backquotes and so to be set as code. */
record Prose(String text, boolean code) {

    static List<List<Prose>> paragraphs(String explanation) {
        return Arrays.stream(explanation.split("\n\n")).map(Prose::runs).toList();
    }

    private static List<Prose> runs(String paragraph) {
        var runs = new ArrayList<Prose>();
        for (var run : paragraph.split("`", -1)) {
            runs.add(new Prose(run, runs.size() % 2 == 1));
        }
        return runs;
    }
}
