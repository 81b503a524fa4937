package org.depesche.media.metadata;

import static org.depesche.media.metadata.XmpNamespace.DC;
import static org.depesche.media.metadata.XmpNamespace.EXIF;
import static org.depesche.media.metadata.XmpNamespace.IPTC_CORE;
import static org.depesche.media.metadata.XmpNamespace.IPTC_EXTENSION;
import static org.depesche.media.metadata.XmpNamespace.PHOTOSHOP;
import static org.depesche.media.metadata.XmpNamespace.PLUS;
import static org.depesche.media.metadata.XmpNamespace.RIGHTS;
import static org.depesche.media.metadata.XmpNamespace.XMP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.depesche.media.header.ImageFormat;
import org.depesche.media.metadata.container.MetadataBlocks;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of image files. A damaged block costs its own fields only: no content of a file leads to an exception.
 *
 * <pre>
 * var metadata = new PhotoMetadataReader(MetadataLimits.DEFAULT).read(path, header.format());
 * </pre>
 */
public final class PhotoMetadataReader {

    private static final int MAX_WARNINGS = 20;

    private final MetadataLimits limits;

    public PhotoMetadataReader(MetadataLimits limits) {
        this.limits = limits;
    }

    /** Reads the metadata of a file. The format decides which container is read, never the name of the file. */
    public PhotoMetadata read(Path file, ImageFormat format) throws IOException {
        var warnings = new ArrayList<String>();
        var blocks = blocks(file, format);
        var texts = new MetadataText(limits.maxTextLength(), warnings::add);
        var xmp = XmpFields.read(blocks.xmp(), texts, limits, warnings::add);
        var iim = IimFields.read(blocks.iim(), texts, limits);
        var exif = format == ImageFormat.TIFF ? ExifFields.readFile(file, texts, limits, warnings::add)
                : ExifFields.read(blocks.exif(), texts, limits, warnings::add);
        return new PhotoMetadata(exif.orientation(), description(xmp, iim, exif), rights(xmp, iim, exif),
                taken(xmp, iim, exif, warnings::add), place(xmp, iim, warnings::add),
                production(xmp, blocks.hasContentCredentials()), new RawMetadata(xmp.raw(), iim.raw(), exif.raw()),
                Stream.concat(blocks.warnings().stream(), warnings.stream()).distinct().limit(MAX_WARNINGS).toList());
    }

    /** Returns when the picture was taken, else when it was digitized. Only records of the same moment complete each other. */
    private static @Nullable PhotoTime taken(XmpFields xmp, IimFields iim, ExifFields exif, Consumer<String> warnings) {
        var taken = Stream.of(xmp.time(PHOTOSHOP, "DateCreated"), iim.created(), exif.taken()).flatMap(Optional::stream)
                .reduce(PhotoTime::completedBy).or(() -> xmp.time(EXIF, "DateTimeOriginal")).or(exif::digitized)
                .or(iim::digitized).or(() -> xmp.time(XMP, "CreateDate"));
        taken.filter(time -> time.precision() == PhotoTime.Precision.YEAR || time.precision() == PhotoTime.Precision.MONTH)
                .ifPresent(time -> warnings.accept("The file names no more of its date than the "
                        + time.precision().name().toLowerCase(Locale.ROOT) + "; the first day of it is taken."));
        return taken.orElse(null);
    }

    private MetadataBlocks blocks(Path file, ImageFormat format) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return MetadataBlocks.find(channel, format, limits.maxBlockBytes());
        }
    }

    private static PhotoMetadata.Description description(XmpFields xmp, IimFields iim, ExifFields exif) {
        var keywords = xmp.texts(DC, "subject");
        return new PhotoMetadata.Description(xmp.text(IPTC_CORE, "AltTextAccessibility").orElse(null),
                xmp.text(IPTC_CORE, "ExtDescrAccessibility").orElse(null),
                xmp.text(DC, "description").or(() -> iim.text(IimFields.CAPTION)).or(exif::description).orElse(null),
                xmp.text(PHOTOSHOP, "Headline").or(() -> iim.text(IimFields.HEADLINE)).orElse(null),
                (keywords.isEmpty() ? iim.texts(IimFields.KEYWORDS) : keywords).stream().distinct().toList(),
                xmp.text(IPTC_EXTENSION, "Event").orElse(null), xmp.texts(IPTC_EXTENSION, "PersonInImage"));
    }

    private static PhotoMetadata.Rights rights(XmpFields xmp, IimFields iim, ExifFields exif) {
        return new PhotoMetadata.Rights(
                PhotoMetadata.joined(xmp.texts(DC, "creator")).or(() -> PhotoMetadata.joined(iim.texts(IimFields.BY_LINE)))
                        .or(exif::artist).orElse(null),
                xmp.text(PHOTOSHOP, "Credit").or(() -> iim.text(IimFields.CREDIT)).orElse(null),
                xmp.text(DC, "rights").or(() -> iim.text(IimFields.COPYRIGHT_NOTICE)).or(exif::copyright).orElse(null),
                xmp.text(RIGHTS, "UsageTerms").orElse(null), xmp.text(RIGHTS, "WebStatement").orElse(null),
                xmp.member(PLUS, "Licensor", PLUS, "LicensorName").orElse(null),
                xmp.member(PLUS, "Licensor", PLUS, "LicensorURL").orElse(null), xmp.text(PLUS, "DataMining").orElse(null));
    }

    /** Returns the place of the picture, else the place where it was taken, else the place that it shows. */
    private static PhotoMetadata.Place place(XmpFields xmp, IimFields iim, Consumer<String> warnings) {
        var city = xmp.text(PHOTOSHOP, "City").or(() -> iim.text(IimFields.CITY))
                .or(() -> xmp.member(IPTC_EXTENSION, "LocationCreated", IPTC_EXTENSION, "City"))
                .or(() -> xmp.member(IPTC_EXTENSION, "LocationShown", IPTC_EXTENSION, "City"));
        var country = xmp.text(PHOTOSHOP, "Country").or(() -> iim.text(IimFields.COUNTRY_NAME))
                .or(() -> xmp.member(IPTC_EXTENSION, "LocationCreated", IPTC_EXTENSION, "CountryName"))
                .or(() -> xmp.member(IPTC_EXTENSION, "LocationShown", IPTC_EXTENSION, "CountryName"));
        var named = Stream.of(xmp.text(IPTC_CORE, "CountryCode"), iim.text(IimFields.COUNTRY_CODE), country,
                xmp.member(IPTC_EXTENSION, "LocationCreated", IPTC_EXTENSION, "CountryCode"),
                xmp.member(IPTC_EXTENSION, "LocationShown", IPTC_EXTENSION, "CountryCode")).flatMap(Optional::stream).toList();
        var code = named.stream().map(Countries::code).flatMap(Optional::stream).findFirst();
        if (code.isEmpty() && !named.isEmpty()) {
            warnings.accept("The country is unknown, and not taken: " + String.join(", ", new LinkedHashSet<>(named)));
        }
        return new PhotoMetadata.Place(city.orElse(null), country.orElse(null), code.orElse(null));
    }

    private static PhotoMetadata.Production production(XmpFields xmp, boolean hasContentCredentials) {
        return new PhotoMetadata.Production(
                xmp.text(IPTC_EXTENSION, "DigitalSourceType").or(() -> xmp.text(IPTC_EXTENSION, "DigitalSourcefileType"))
                        .orElse(null),
                xmp.text(IPTC_EXTENSION, "AISystemUsed").orElse(null),
                xmp.text(IPTC_EXTENSION, "AISystemVersionUsed").orElse(null),
                xmp.text(IPTC_EXTENSION, "AIPromptInformation").orElse(null),
                xmp.text(IPTC_EXTENSION, "AIPromptWriterName").orElse(null), hasContentCredentials);
    }
}
