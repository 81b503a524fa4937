/** NDJSON uploads as bytes, lines, chunks and parsed records; no database, no HTTP. */
@NullMarked
package org.depesche.intake.importer.ndjson;

import org.jspecify.annotations.NullMarked;
