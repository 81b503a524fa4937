package org.depesche.bench.corpus;

import java.util.List;

/** The words of a German town's newspaper. Nouns are compounds, so that a few lines make a vocabulary of half a million. */
public final class WordLists {

    public static final List<String> FIRST_PARTS = words("""
            Stadt Verkehrs Schul Haushalts Bürger Wohnungs Hafen Energie Klima Wasser Strom Markt Gesundheits Kultur Sport
            Landes Bundes Kreis Gemeinde Bau Umwelt Sicherheits Bildungs Arbeits Wirtschafts Sozial Familien Jugend Senioren
            Digital Daten Netz Bahn Straßen Rad Brücken Wald Hochwasser Ernte Lebensmittel Tier Forschungs Universitäts
            Krankenhaus Pflege Impf Theater Museums Musik Film Literatur Fußball Handball Turnier Vereins Ehrenamts Feuerwehr
            Polizei Gerichts Steuer Renten Lohn Tarif Export Industrie Handwerks Handels Tourismus Hotel Messe Weihnachts
            Sommer Winter Herbst Frühlings Jubiläums Gedenk Friedens Partner Grenz Asyl Integrations Wahl Koalitions Reform
            Innovations Solar Wind Wärme Speicher Batterie Funk Satelliten Labor""");
    /** With their articles, as the whole word has them. */
    static final List<String> LAST_PARTS = lines("""
            der plan|der rat|der ausschuss|der vertrag|der bericht|der antrag|der streit|der gipfel|der preis|der markt
            der verband|der beirat|der fonds|der haushalt|der umbau|der neubau|der ausbau|der bedarf|der mangel|der tag
            der unfall|der versuch|der entwurf|der beschluss|der wettbewerb|der protest|der auftrag|der standort|der dienst
            die debatte|die reform|die konferenz|die versammlung|die verwaltung|die behörde|die studie|die förderung
            die planung|die sanierung|die kommission|die initiative|die abgabe|die gebühr|die steuer|die krise|die strategie
            die sitzung|die umfrage|die anlage|die halle|die linie|die strecke|die brücke|die messe|die woche|die prüfung
            die regel|die stelle|die lösung|die politik|die partnerschaft|die genossenschaft|die werkstatt|die ausstellung
            das projekt|das konzept|das programm|das gesetz|das verfahren|das gutachten|das budget|das zentrum|das gebiet
            das angebot|das ergebnis|das fest|das problem|das ministerium|das büro|das labor|das museum|das forum|das haus
            das netzwerk|das ziel|das modell|das urteil|das treffen|das archiv|das portal|das unternehmen|das jahr""");
    static final List<String> ADJECTIVES = words(
            """
                    neue große erste geplante umstrittene regionale städtische gemeinsame unabhängige zentrale dringende teure
                    digitale
                    öffentliche private langjährige jüngste kommende überarbeitete vorläufige endgültige zuständige erweiterte
                    verschobene
                    kostenlose moderne alte bekannte wichtige europäische ländliche nachhaltige ehrgeizige bescheidene
                    vielbeachtete""");
    static final List<String> VERBS = words("""
            verändert bestimmt verzögert unterstützt kritisiert ersetzt begleitet finanziert prüft verhindert beschleunigt
            erklärt begrüßt eröffnet ergänzt überrascht belastet entlastet verteidigt erweitert stärkt gefährdet sichert
            beendet prägt bremst fördert verbindet trennt übertrifft beschäftigt bewegt erleichtert erschwert""");
    static final List<String> ADVERBS = words("""
            bereits wieder voraussichtlich offenbar künftig derzeit erstmals erneut deutlich kaum ebenfalls dennoch nun
            überraschend schrittweise ausdrücklich inzwischen weiterhin spätestens zunächst vollständig mehrheitlich""");
    static final List<String> FIRST_NAMES = words("""
            Anna Bernd Clara Dirk Elif Frank Greta Hannes Ines Jonas Katrin Lukas Maren Nils Olga Paul Renate Stefan Tanja Uwe
            Vera Wolfgang Yasemin Ayşe Birgit Christoph Dorothea Emil Friederike Gerd Heike Ingo Johanna Karl Lena Moritz""");
    static final List<String> LAST_NAMES = words(
            """
                    Ahlers Brandt Clausen Dittmer Eggers Freese Gerdes Harms Iversen Jansen Kröger Lührs Meinders Nissen
                    Osterloh Petersen
                    Quast Rohde Sievers Thiele Ulrich Voigt Wiechmann Yilmaz Zander Böhme Düring Engelke Fröhlich Grünewald
                    Holzapfel""");
    static final List<String> PLACES = words(
            """
                    Lindenau Brunnhausen Altmoor Neukirchhagen Seefelde Birkental Mühlrode Falkenwerder Rosengrund Eichstetten
                    Marschhorn
                    Sandkrug Hohenufer Weidenfurt Tannberg Kesselbach Salzdamm Grünhafen Steinfurten Wiesenrade Kranichsee
                    Ostermark
                    Heidebrück Fuchsloh Buchenrain Rabenstein Ellernfeld Torfhude Schwanebrück Apfelstedt Uferlingen
                    Moorkamp""");
    static final List<String> THINGS = words(
            """
                    Haushalte Beschäftigte Betriebe Anträge Besucher Wohnungen Schülerinnen Fahrgäste Mitglieder Plätze
                    Fahrzeuge Stimmen
                    Unterschriften Gemeinden Vereine Kilometer Millionen Tonnen Bäume Zuschauer Helfer Kinder""");

    private WordLists() {
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static List<String> lines(String text) {
        return List.of(text.strip().split("[|\\n]\\s*"));
    }
}
