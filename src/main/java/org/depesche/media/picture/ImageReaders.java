package org.depesche.media.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

import org.depesche.media.header.ImageFormat;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

/**
 * Chooses readers and writers by class. A look-up by format name would find another reader on another Java version, or the
 * reader of a library. All other readers are removed from the registry, so that no code can reach them.
 */
public final class ImageReaders {

    private static final String JDK = "com.sun.imageio.plugins.";
    private static final String JPEG_WRITER = JDK + "jpeg.JPEGImageWriterSpi";
    private static final String PNG_WRITER = JDK + "png.PNGImageWriterSpi";
    private static final String PNG_READER = JDK + "png.PNGImageReaderSpi";
    private static final String GIF_READER = JDK + "gif.GIFImageReaderSpi";
    /** The JPEG reader of TwelveMonkeys lets the JDK's decode. The TIFF reader decodes JPEG strips by it. */
    private static final Set<String> READERS = Set.of(JDK + "jpeg.JPEGImageReaderSpi", PNG_READER, GIF_READER,
            JPEGImageReaderSpi.class.getName(), TIFFImageReaderSpi.class.getName(), WebPImageReaderSpi.class.getName());
    private static final IIORegistry REGISTRY = registry();

    private ImageReaders() {
    }

    private static IIORegistry registry() {
        ImageIO.setUseCache(false);
        var registry = IIORegistry.getDefaultInstance();
        registry.registerServiceProvider(new JPEGImageReaderSpi(), ImageReaderSpi.class);
        registry.registerServiceProvider(new TIFFImageReaderSpi(), ImageReaderSpi.class);
        registry.registerServiceProvider(new WebPImageReaderSpi(), ImageReaderSpi.class);
        var others = new ArrayList<ImageReaderSpi>();
        registry.getServiceProviders(ImageReaderSpi.class, spi -> !READERS.contains(spi.getClass().getName()), false)
                .forEachRemaining(others::add);
        others.forEach(spi -> registry.deregisterServiceProvider(spi, ImageReaderSpi.class));
        return registry;
    }

    /**
     * Creates a reader.
     *
     * @throws DamagedPicture if there is no decoder
     */
    public static ImageReader of(ImageFormat format) throws IOException {
        return switch (format) {
            case JPEG -> find(ImageReaderSpi.class, JPEGImageReaderSpi.class.getName()).createReaderInstance();
            case PNG -> find(ImageReaderSpi.class, PNG_READER).createReaderInstance();
            case GIF -> find(ImageReaderSpi.class, GIF_READER).createReaderInstance();
            case WEBP -> find(ImageReaderSpi.class, WebPImageReaderSpi.class.getName()).createReaderInstance();
            case TIFF -> find(ImageReaderSpi.class, TIFFImageReaderSpi.class.getName()).createReaderInstance();
            case AVIF, HEIC -> throw new DamagedPicture("There is no decoder for " + format.mediaType() + ".");
        };
    }

    /** Creates the writer of JPEG. */
    public static ImageWriter jpegWriter() throws IOException {
        return find(ImageWriterSpi.class, JPEG_WRITER).createWriterInstance();
    }

    /** Creates the writer of PNG. */
    public static ImageWriter pngWriter() throws IOException {
        return find(ImageWriterSpi.class, PNG_WRITER).createWriterInstance();
    }

    private static <T> T find(Class<T> kind, String className) {
        var spis = REGISTRY.getServiceProviders(kind, spi -> spi.getClass().getName().equals(className), false);
        if (!spis.hasNext()) {
            throw new IllegalStateException("not registered: " + className);
        }
        return spis.next();
    }
}
