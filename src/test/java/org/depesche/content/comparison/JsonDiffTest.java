package org.depesche.content.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class JsonDiffTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aChangedBlockIsMatchedAmongAddedAndRemovedBlocks() {
        var changes = compare("A a a|B b b b|C c c", "B b b x|C c c|D d d");

        assertThat(changes).extracting(RevisionDiff.Change::pointer).containsExactly("/body/0", "/body/0/html", "/body/2");
        assertThat(changes).extracting(RevisionDiff.Change::kind).containsExactly("removed", "changed", "added");
    }

    @Test
    void newMembersAreAddedAndMissingOnesRemoved() {
        assertThat(compare("A a|B b", "X x|Y y")).extracting(RevisionDiff.Change::kind).containsExactlyInAnyOrder("removed",
                "removed", "added", "added");
        assertThat(compare("", "X x")).extracting(RevisionDiff.Change::kind).containsOnly("added");
    }

    @Test
    void everyBlockOccursInTheComparison() {
        var random = new Random(42);
        for (var round = 0; round < 500; round++) {
            var before = body(random);
            var after = body(random);
            var changes = compare(before, after);

            var came = changes.stream().filter(change -> change.kind().equals("added")).count();
            var went = changes.stream().filter(change -> change.kind().equals("removed")).count();
            assertThat(came - went).as(before + " / " + after).isEqualTo(count(after) - count(before));
        }
    }

    @Test
    void aLongTextIsComparedAsAWhole() {
        var before = JSON.createObjectNode().put("teaser", "wort ".repeat(100));
        var after = JSON.createObjectNode().put("teaser", "wort ".repeat(101));

        assertThat(new JsonDiff(100).compare(before, after)).singleElement().extracting(RevisionDiff.Change::words)
                .isEqualTo(List.of());
    }

    private static String body(Random random) {
        var blocks = random.ints(random.nextInt(8), 0, 6)
                .mapToObj(i -> "wort" + i + " gleich viele worte " + random.nextInt(3));
        return String.join("|", blocks.toList());
    }

    private static long count(String body) {
        return body.isEmpty() ? 0 : body.split("\\|").length;
    }

    private static List<RevisionDiff.Change> compare(String before, String after) {
        return new JsonDiff(1_000).compare(article(before), article(after));
    }

    private static ObjectNode article(String body) {
        var article = JSON.createObjectNode();
        var blocks = article.putArray("body");
        if (!body.isEmpty()) {
            for (var text : body.split("\\|")) {
                blocks.addObject().put("type", "paragraph").put("html", text);
            }
        }
        return article;
    }
}
