package org.depesche.content.body.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.IntSupplier;

import org.depesche.content.body.BodyJson;
import org.depesche.content.body.BodyText;
import org.depesche.platform.json.JsonForm;
import org.junit.jupiter.api.Test;

/** Measures and prints how fast bodies are read. Asserts only the result, because machines differ. */
class BodySpeedTest {

    private static final String SENTENCE = "Der Rat der Stadt Lindenau hat am Dienstag „einstimmig“ beschlossen, die Brücke über die Auen zu erneuern. ";
    /** The CPU time of the thread, without the load of other processes. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int BODIES = 4_000;

    @Test
    void bodiesAreReadFast() {
        var plain = body(SENTENCE.repeat(3));
        var marked = body(
                "<em>" + SENTENCE + "</em>" + SENTENCE + "<a href=\\\"https://www.lindenau.example/\\\">" + SENTENCE + "</a>");

        measure("blocks without marks", () -> read(plain));
        measure("blocks with marks", () -> read(marked));
        measure("one plain string", () -> BodyFixtures.readHtml((SENTENCE.repeat(3) + "\n\n").repeat(8)).blocks().size());
        measure("one HTML string",
                () -> BodyFixtures.readHtml(("<p>" + SENTENCE.repeat(3) + "</p>").repeat(8)).blocks().size());
        var kept = BodyJson.write(BodyFixtures.read(JsonForm.parse(plain)).blocks());
        measure("kept form read", () -> BodyJson.read(kept).size());
        var keptMarks = BodyJson.write(BodyFixtures.read(JsonForm.parse(marked)).blocks());
        measure("kept form with marks as text", () -> BodyText.of(BodyJson.read(keptMarks)).isEmpty() ? 0 : 8);
        measure("kept form as text", () -> BodyText.of(BodyJson.read(kept)).isEmpty() ? 0 : 8);
    }

    private static byte[] body(String html) {
        var blocks = new ArrayList<String>();
        for (var i = 0; i < 8; i++) {
            blocks.add("{\"type\":\"paragraph\",\"html\":\"" + html + "\"}");
        }
        return ("{\"headline\":\"Brücke\",\"body\":[" + String.join(",", blocks) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static int read(byte[] json) {
        var form = JsonForm.parse(json);
        form.text("headline", 500);
        var blocks = new BodyReader(image -> Optional.empty(), ref -> Optional.empty()).read(form, "body").blocks();
        form.verify();
        return blocks.size();
    }

    private static void measure(String what, IntSupplier reading) {
        var best = 0L;
        for (var round = 0; round < 3; round++) {
            var start = CLOCK.getCurrentThreadCpuTime();
            for (var i = 0; i < BODIES; i++) {
                assertThat(reading.getAsInt()).isEqualTo(8);
            }
            best = Math.max(best, BODIES * 1_000_000_000L / (CLOCK.getCurrentThreadCpuTime() - start));
        }
        System.out.printf("%s: %,d bodies of 8 paragraphs a second and core%n", what, best);
    }
}
