package org.depesche.content.image.file;

import java.nio.file.Path;
import java.util.List;

import org.depesche.media.header.ImageHeader;
import org.depesche.media.metadata.PhotoMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A file that was received and checked, with its metadata.
 *
 * @param path the temporary file
 * @param name the name that the client gave to it
 * @param preview null if there is no decoder for the format
 */
public record ReceivedFile(Path path, String sha256, long byteSize, @Nullable String name, ImageHeader header,
        PhotoMetadata metadata, @Nullable Preview preview) {

    int width() {
        return metadata.orientation().width(header.width(), header.height());
    }

    int height() {
        return metadata.orientation().height(header.width(), header.height());
    }

    /**
     * The placeholder that a page shows while the picture loads.
     *
     * @param dominantColor the color as {@code #rrggbb}
     * @param warnings the warnings of the conversion to sRGB
     */
    public record Preview(String dominantColor, String blurHash, List<String> warnings) {

        public Preview {
            warnings = List.copyOf(warnings);
        }
    }
}
