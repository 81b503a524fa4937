/**
 * Files by key: originals of pictures and what is made from them. Public API: {@link org.depesche.media.storage.BlobStore} and
 * {@link org.depesche.media.storage.IncomingFile}. A key never contains the name that a client gave to a file.
 */
@NullMarked
package org.depesche.media.storage;

import org.jspecify.annotations.NullMarked;
