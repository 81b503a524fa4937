package org.depesche.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

import org.depesche.content.body.Block;
import org.depesche.content.body.BodyJson;
import org.depesche.content.body.BodyText;
import org.depesche.content.body.form.BodyReader;
import org.depesche.platform.json.JsonForm;

/**
 * How many bodies of eight paragraphs one core reads a second, as JSON, as HTML and as they are stored:
 * {@code mvn -Pbench verify -Dbench.main=org.depesche.bench.BodyReaderBenchmark}.
 */
final class BodyReaderBenchmark {

    private static final String SENTENCE = "Der Rat der Stadt Lindenau hat am Dienstag „einstimmig“ beschlossen, die Brücke "
            + "über die Auen zu erneuern. ";
    /** The thread's own time: what else the machine does is not ours. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int BODIES = 4_000;

    private BodyReaderBenchmark() {
    }

    public static void main(String[] arguments) {
        var plain = body(SENTENCE.repeat(3));
        var marked = body(
                "<em>" + SENTENCE + "</em>" + SENTENCE + "<a href=\\\"https://www.lindenau.example/\\\">" + SENTENCE + "</a>");

        var text = json("\"" + (SENTENCE.repeat(3) + "\\n\\n").repeat(8) + "\"");
        var html = json("\"" + ("<p>" + SENTENCE.repeat(3) + "</p>").repeat(8) + "\"");

        measure("blocks without marks", () -> read(plain));
        measure("blocks with marks", () -> read(marked));
        measure("one plain string", () -> read(text));
        measure("one HTML string",
                () -> read(html));
        var kept = BodyJson.write(blocks(plain));
        measure("kept form read", () -> BodyJson.read(kept).size());
        var keptMarks = BodyJson.write(blocks(marked));
        measure("kept form with marks as text", () -> BodyText.of(BodyJson.read(keptMarks)).isEmpty() ? 0 : 8);
        measure("kept form as text", () -> BodyText.of(BodyJson.read(kept)).isEmpty() ? 0 : 8);
    }

    private static byte[] body(String html) {
        var blocks = new ArrayList<String>();
        for (var i = 0; i < 8; i++) {
            blocks.add("{\"type\":\"paragraph\",\"html\":\"" + html + "\"}");
        }
        return json("[" + String.join(",", blocks) + "]");
    }

    private static byte[] json(String body) {
        return ("{\"headline\":\"Brücke\",\"body\":" + body + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static int read(byte[] json) {
        return blocks(json).size();
    }

    private static List<Block> blocks(byte[] json) {
        var form = JsonForm.parse(json);
        form.text("headline", 500);
        var blocks = new BodyReader(image -> Optional.empty(), ref -> Optional.empty()).read(form, "body").blocks();
        form.verify();
        return blocks;
    }

    private static void measure(String what, IntSupplier reading) {
        var best = 0L;
        for (var round = 0; round < 3; round++) {
            var start = CLOCK.getCurrentThreadCpuTime();
            for (var i = 0; i < BODIES; i++) {
                if (reading.getAsInt() != 8) {
                    throw new AssertionError(what);
                }
            }
            best = Math.max(best, BODIES * 1_000_000_000L / (CLOCK.getCurrentThreadCpuTime() - start));
        }
        System.out.printf("%s: %,d bodies of 8 paragraphs a second and core%n", what, best);
    }
}
