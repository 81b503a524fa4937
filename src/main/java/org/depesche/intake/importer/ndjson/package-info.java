/**
 * NDJSON uploads as bytes, lines, chunks and parsed records: {@link org.depesche.intake.importer.ndjson.UploadSplitter} makes
 * chunks of a stream, {@link org.depesche.intake.importer.ndjson.RecordReader} parsed records of a chunk. This room never uses
 * the database or HTTP.
 */
@NullMarked
package org.depesche.intake.importer.ndjson;

import org.jspecify.annotations.NullMarked;
