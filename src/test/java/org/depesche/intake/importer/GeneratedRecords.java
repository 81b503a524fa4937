package org.depesche.intake.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.Random;

/**
 * Generates records like those of a newsroom's archive: up to eight paragraphs, two tags, an author and an image
 * caption. Every run generates the same records.
 */
final class GeneratedRecords {

    private static final String[] WORDS = """
            der die das Stadt Rat Gemeinde Landkreis Verwaltung digitale Fähre Brücke Straße gebaut eröffnet beschlossen heute
            gestern am im Frühjahr Herbst nach mit für über unter Bürgerinnen und Bürger Haushalt Millionen Euro geplant sagte
            Bürgermeisterin Held Sprecher Projekt Schule Kita Feuerwehr Übung Markt Verein Spielplatz sanieren Förderung Antrag
            Entwurf größer schneller günstiger künftig weiterhin dort außerdem jedoch zunächst schließlich Lindenau Auen
            """.strip().split("\\s+");

    private final Random random = new Random(42);
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    static byte[] of(int count) {
        var records = new GeneratedRecords();
        for (var i = 0; i < count; i++) {
            records.add(i, 8);
        }
        return records.lines.toByteArray();
    }

    /** Records of 2 to 5 kB, which are generated while they are read, so that any number needs little memory. */
    static InputStream stream(int count) {
        var records = new GeneratedRecords();
        return new SequenceInputStream(new Enumeration<>() {

            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < count;
            }

            @Override
            public InputStream nextElement() {
                records.lines.reset();
                for (var end = Math.min(count, next + 100); next < end; next++) {
                    records.add(next, 3 + next % 6);
                }
                return new ByteArrayInputStream(records.lines.toByteArray());
            }
        });
    }

    private void add(int number, int paragraphs) {
        var published = LocalDateTime.of(2014, 1, 1, 0, 0).plusMinutes(number * 97L % 5_000_000).withSecond(1) + "Z";
        var body = new StringBuilder();
        for (var paragraph = 0; paragraph < paragraphs; paragraph++) {
            body.append(paragraph == 0 ? "" : ",").append("{\"type\":\"paragraph\",\"html\":\"").append(words(55))
                    .append(paragraph % 3 == 1
                            ? " <a href=\\\"https://www.lindenau.example/plan?n=" + number + "\\\">zum Plan</a>."
                            : ".")
                    .append("\"}");
        }
        lines.writeBytes("""
                {"origin":{"system":"bench","id":"%d"},"kicker":"%s","headline":"%s %d","teaser":"%s","publishedAt":"%s",\
                "category":"bench-%d","tags":["Thema %d","Ort %d"],"authors":["Autorin %d"],\
                "image":{"alt":"%s","caption":"%s","credit":"Foto: Agentur %d"},"body":[%s]}
                """.formatted(number, words(2), words(6), number, words(40), published, number % 20, random.nextInt(400),
                random.nextInt(100), random.nextInt(60), words(9), words(12), number % 50, body).getBytes(UTF_8));
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
