package org.depesche.intake.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.ArticleForm;
import org.depesche.content.editorial.ArticleForms;
import org.depesche.content.editorial.ImportedArticle;
import org.depesche.platform.form.Form;
import org.depesche.platform.form.FormLimits;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;

import io.quarkus.logging.Log;

/** Turns the lines of a chunk into articles as they were written. Nothing in a line can make it fail. */
@ApplicationScoped
class RecordReader {

    private static final byte[] NONE = {};

    private final ArticleForms forms;
    private final ImportConfig config;

    RecordReader(ArticleForms forms, ImportConfig config) {
        this.forms = forms;
        this.config = config;
    }

    ReadChunk read(Chunk chunk) throws IOException {
        var records = new ArrayList<ReadRecord>();
        var digest = new RecordDigest();
        try (var unpacked = chunk.unpacked()) {
            var lines = new Lines(unpacked, (int) config.lineSize().asLongValue());
            while (lines.advance()) {
                if (!lines.isBlank()) {
                    records.add(new ReadRecord(chunk.firstLine() + lines.number() - 1, article(lines, digest)));
                }
            }
        }
        return new ReadChunk(chunk.number(), List.copyOf(records));
    }

    private ImportedArticle article(Lines line, RecordDigest digest) {
        try {
            var form = Form.parse(line.bytes(), 0, line.length(), FormLimits.DEFAULT);
            return new ImportedArticle(forms.read(form), digest.of(form.json()));
        } catch (Problem e) {
            return unreadable(e.errors().isEmpty() ? List.of(InputError.atPointer("", e.detail())) : e.errors());
        } catch (RuntimeException e) {
            // One record that we fail at must not stop a million others; the log says where we do.
            Log.errorf(e, "A record of an import could not be read, line=%d of its chunk", line.number());
            return unreadable(List.of(InputError.atPointer("", "The record could not be read; the fault is ours.")));
        }
    }

    private static ImportedArticle unreadable(List<InputError> errors) {
        return new ImportedArticle(ArticleForm.unreadable(errors), NONE);
    }
}
