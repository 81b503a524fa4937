/** NDJSON uploads as bytes, lines, chunks and parsed records. This room uses neither the database nor HTTP. */
@NullMarked
package org.depesche.intake.importer.ndjson;

import org.jspecify.annotations.NullMarked;
