package org.depesche.intake.importer;

import org.depesche.content.editorial.ImportedArticle;

/** One record and the line it stands on. */
record ReadRecord(long line, ImportedArticle article) {
}
