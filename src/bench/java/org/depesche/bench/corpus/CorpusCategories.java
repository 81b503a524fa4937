package org.depesche.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The categories of the corpus: a tree of two levels, the most filled ones first. */
public final class CorpusCategories {

    private static final List<String> TREE = List.of("Politik: Stadtrat, Land, Bund, Europa, Wahlen",
            "Wirtschaft: Betriebe, Hafen, Arbeit, Verbraucher", "Sport: Fußball, Handball, Turnen, Rudern, Schach",
            "Lokales: Nordstadt, Südstadt, Altstadt, Umland, Vereine", "Kultur: Bühne, Musik, Bücher, Kino",
            "Wissen: Forschung, Medizin, Technik", "Verkehr: Bahn, Rad, Straße", "Umwelt: Klima, Wasser, Tiere",
            "Bildung: Schule, Hochschule", "Justiz: Gericht, Polizei", "Meinung: Kommentar, Leserbriefe",
            "Ratgeber: Garten, Reise");

    private CorpusCategories() {
    }

    /** In the writing form, parents before their children. */
    public static List<Map<String, Object>> forms() {
        var forms = new ArrayList<Map<String, Object>>();
        for (var line : TREE) {
            var parts = line.split(": ");
            forms.add(Map.of("slug", slug(parts[0]), "name", parts[0]));
            for (var child : parts[1].split(", ")) {
                forms.add(Map.of("slug", slug(child), "name", child, "parent", slug(parts[0])));
            }
        }
        return forms;
    }

    public static List<String> slugs() {
        return forms().stream().map(form -> (String) form.get("slug")).toList();
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.GERMAN).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    }
}
