package org.depesche.content.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.depesche.kernel.Language;
import org.depesche.platform.form.Form;
import org.depesche.platform.form.WebUrl;
import org.depesche.platform.http.PublicationZone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the kinds of members that articles have and forms in general do not: times, names of things, former addresses. */
final class Members {

    private static final int TIME = 40;
    private static final int WORD = 200;
    private static final String TIME_EXPECTED = "must be a time from 1900 to 9999: with offset (2024-10-21T18:30:00+02:00), local "
            + "(not in an hour that the clock change skips or repeats) or a date.";

    private final Form form;
    private final PublicationZone zone;

    Members(Form form, PublicationZone zone) {
        this.form = form;
        this.zone = zone;
    }

    Optional<Instant> time(String member) {
        return form.text(member, TIME).flatMap(text -> {
            var time = zone.read(text);
            if (time.isEmpty()) {
                form.reject(member, isTooEarly(text) ? "\"" + text + "\" is before 1900." : TIME_EXPECTED);
            }
            return time;
        });
    }

    private static boolean isTooEarly(String text) {
        return text.matches("(0|1[0-8])\\d{2,3}-\\d\\d-\\d\\d.*") && text.indexOf('-') == 4;
    }

    Optional<String> language(String member) {
        return form.text(member, WORD).flatMap(text -> {
            var language = Language.normalised(text);
            if (language.isEmpty()) {
                form.reject(member, "must be a language tag (BCP 47), as de or de-CH.");
            }
            return language;
        });
    }

    /** A thing by slug, name or id; or the object with slug, name or id that GET gives. */
    Optional<Ref> ref(String member) {
        return form.raw(member).flatMap(value -> value.isTextual()
                ? form.text(member, WORD).map(word -> new Ref(word.strip(), null, form.pointer(member)))
                : ref(value, form.pointer(member)));
    }

    List<Ref> refs(String member, int max) {
        var list = form.raw(member);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray() || list.get().size() > max) {
            form.reject(member, "must be a list of at most " + max + " slugs or names.");
            return List.of();
        }
        var refs = new ArrayList<Ref>();
        for (var i = 0; i < list.get().size(); i++) {
            ref(list.get().get(i), form.pointer(member) + "/" + i).ifPresent(refs::add);
        }
        return List.copyOf(refs);
    }

    private Optional<Ref> ref(JsonNode value, String at) {
        if (value instanceof ObjectNode object) {
            return named(form.nested(object, at));
        }
        var word = value.isTextual() ? value.textValue().strip() : "";
        if (word.isBlank() || word.length() > WORD || word.indexOf('\0') >= 0) {
            form.rejectAt(at, "must be a slug or name of 1 to " + WORD + " characters, or an object with slug or name.");
            return Optional.empty();
        }
        return Optional.of(new Ref(word, null, at));
    }

    private static Optional<Ref> named(Form thing) {
        thing.ignore("url", "path", "type", "initials", "articleCount");
        var slug = thing.slug("slug");
        var name = thing.text("name", WORD).map(String::strip);
        var id = thing.text("id", WORD);
        var word = id.or(() -> slug).or(() -> name);
        if (word.isEmpty()) {
            thing.reject("must have a slug, a name or an id.");
        }
        return word.map(found -> new Ref(found, name.orElse(null), thing.pointer()));
    }

    /** Former addresses, and paths of them. */
    List<String> aliases(int max) {
        var aliases = form.texts("aliases", max, WebUrl.MAX);
        var sent = form.raw("aliases").filter(list -> list.size() <= max).orElseGet(JsonNodeFactory.instance::arrayNode);
        for (var i = 0; i < sent.size(); i++) {
            var alias = sent.get(i).textValue();
            // What is no text at all was told before.
            if (alias != null && aliases.contains(alias) && !alias.startsWith("/") && WebUrl.read(alias).isEmpty()) {
                form.rejectAt(form.pointer("aliases") + "/" + i,
                        "\"" + alias + "\" must be an address with http or https, or a path from / on.");
            }
        }
        return aliases;
    }
}
