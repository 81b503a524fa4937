package org.depesche.intake.importer.ndjson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.bulk.ArticleImporter;
import org.depesche.content.editorial.form.ArticleForm;
import org.depesche.content.editorial.form.ArticleFormReader;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.JsonLimits;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;

import io.quarkus.logging.Log;

/**
 * Parses the lines of a chunk into articles. No line can make the reader fail: an unreadable line becomes a record with
 * errors.
 */
@ApplicationScoped
public class RecordReader {

    private static final byte[] NO_DIGEST = {};

    private final ArticleFormReader forms;
    private final ImportConfig config;

    RecordReader(ArticleFormReader forms, ImportConfig config) {
        this.forms = forms;
        this.config = config;
    }

    public ParsedChunk read(Chunk chunk) throws IOException {
        var records = new ArrayList<ParsedChunk.ParsedRecord>();
        var digest = new RecordDigest();
        try (var decompressed = chunk.decompress()) {
            var lines = new LineReader(decompressed, (int) config.maxLineSize().asLongValue());
            while (lines.advance()) {
                if (!lines.isBlank()) {
                    records.add(new ParsedChunk.ParsedRecord(chunk.firstLine() + lines.number() - 1, parse(lines, digest)));
                }
            }
        }
        return new ParsedChunk(chunk.number(), List.copyOf(records));
    }

    private ArticleImporter.ImportRecord parse(LineReader line, RecordDigest digest) {
        try {
            var form = JsonForm.parse(line.bytes(), 0, line.length(), JsonLimits.DEFAULT);
            return new ArticleImporter.ImportRecord(forms.read(form), digest.of(form.json()));
        } catch (Problem e) {
            return unreadable(e.errors().isEmpty() ? List.of(InputError.atPointer("", e.detail())) : e.errors());
        } catch (RuntimeException e) {
            // an error of this service in one record must not stop a million other records; the log has the stack trace
            Log.errorf(e, "A record of an import could not be read, line=%d of its chunk", line.number());
            return unreadable(List.of(InputError.atPointer("", "The record could not be read; the fault is ours.")));
        }
    }

    private static ArticleImporter.ImportRecord unreadable(List<InputError> errors) {
        return new ArticleImporter.ImportRecord(ArticleForm.unreadable(errors), NO_DIGEST);
    }
}
