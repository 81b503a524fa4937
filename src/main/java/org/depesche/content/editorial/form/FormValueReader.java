package org.depesche.content.editorial.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.depesche.content.model.ContentLimits;
import org.depesche.kernel.LanguageTag;
import org.depesche.kernel.PlainText;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.WebUrl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the members of a form that need more than {@link JsonForm}: times, references and former URLs. */
public final class FormValueReader {

    private static final int MAX_TIME_LENGTH = 40;
    private static final String TIME_EXPECTED = "must be a time from 1900 to 9999: with offset (2024-10-21T18:30:00+02:00), "
            + "local (not in an hour that the clock change skips or repeats) or a date.";

    private final JsonForm form;
    private final PublicationZone zone;

    public FormValueReader(JsonForm form, PublicationZone zone) {
        this.form = form;
        this.zone = zone;
    }

    /** Reads a time with offset, a local time or a date of the publication's zone, from 1900 to 9999. */
    public Optional<Instant> time(String member) {
        return form.text(member, MAX_TIME_LENGTH).flatMap(text -> {
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
        return form.text(member, ContentLimits.REFERENCE).flatMap(text -> {
            var language = LanguageTag.normalize(text);
            if (language.isEmpty()) {
                form.reject(member, "must be a language tag (BCP 47), as de or de-CH.");
            }
            return language;
        });
    }

    /** Reads a reference: a slug, name or id, or an object with one of them, as GET returns it. */
    Optional<FormReference> reference(String member) {
        return form.raw(member).flatMap(value -> value.isTextual()
                ? form.text(member, ContentLimits.REFERENCE)
                        .map(word -> new FormReference(word.strip(), null, form.pointer(member)))
                : reference(value, form.pointer(member)));
    }

    List<FormReference> references(String member, int max) {
        var list = form.raw(member);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray() || list.get().size() > max) {
            form.reject(member, "must be a list of at most " + max + " slugs or names.");
            return List.of();
        }
        var refs = new ArrayList<FormReference>();
        for (var i = 0; i < list.get().size(); i++) {
            reference(list.get().get(i), form.pointer(member) + "/" + i).ifPresent(refs::add);
        }
        return List.copyOf(refs);
    }

    private Optional<FormReference> reference(JsonNode value, String at) {
        if (value instanceof ObjectNode object) {
            return namedReference(form.nested(object, at));
        }
        var word = value.isTextual() ? value.textValue().strip() : "";
        if (PlainText.isInvisible(word) || word.length() > ContentLimits.REFERENCE || word.indexOf('\0') >= 0) {
            form.rejectAt(at,
                    "must be a slug or name of 1 to " + ContentLimits.REFERENCE
                            + " characters, or an object with slug or name.");
            return Optional.empty();
        }
        return Optional.of(new FormReference(word, null, at));
    }

    private static Optional<FormReference> namedReference(JsonForm thing) {
        thing.ignore("url", "path", "type", "initials", "articleCount");
        var slug = thing.slug("slug");
        var name = thing.visibleText("name", ContentLimits.REFERENCE).map(String::strip);
        var id = thing.text("id", ContentLimits.REFERENCE);
        var word = id.or(() -> slug).or(() -> name);
        if (word.isEmpty()) {
            thing.reject("must have a slug, a name or an id.");
        }
        return word.map(found -> new FormReference(found, name.orElse(null), thing.pointer()));
    }

    /** Reads former URLs and paths. */
    List<String> aliases(int max) {
        var aliases = form.texts("aliases", max, WebUrl.MAX_LENGTH);
        var sent = form.raw("aliases").filter(list -> list.size() <= max).orElseGet(JsonNodeFactory.instance::arrayNode);
        for (var i = 0; i < sent.size(); i++) {
            var alias = sent.get(i).textValue();
            // Elements that are no text have an error already.
            if (alias != null && aliases.contains(alias) && !alias.startsWith("/") && WebUrl.parse(alias).isEmpty()) {
                form.rejectAt(form.pointer("aliases") + "/" + i,
                        "\"" + alias + "\" must be an address with http or https, or a path from / on.");
            }
        }
        return aliases;
    }
}
