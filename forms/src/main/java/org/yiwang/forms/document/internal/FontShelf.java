package org.yiwang.forms.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 字库: the fonts for printing. Two faces come with the platform (Source Han Sans); {@code body.ttf} and
 * {@code title.ttf} in the folder {@code yiwang.fonts} take their place (departments like a Song face), every other font
 * there and in {@code /usr/share/fonts} stands in for characters that those lack, such as rare ones in names. Each file
 * is parsed once; only TrueType outlines can be embedded in part, so others are passed over.
 */
@ApplicationScoped
class FontShelf {

    /** 字形用途. */
    enum Style {
        BODY("body", "/com/github/xingfudeshi/fonts/思源黑体正常_0.ttf"),
        TITLE("title", "/com/github/xingfudeshi/fonts/思源黑体中粗.ttf");

        private final String file;
        private final String shipped;

        Style(String file, String shipped) {
            this.file = file;
            this.shipped = shipped;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(FontShelf.class);
    private static final Path SYSTEM = Path.of("/usr/share/fonts");

    private Optional<Path> folder = Optional.empty();
    private Path system = SYSTEM;
    private FontFace body;
    private FontFace title;
    private List<FontFace> own;
    private List<FontFace> others;

    protected FontShelf() {}

    @Inject
    FontShelf(@ConfigProperty(name = "yiwang.fonts") Optional<String> folder) {
        this(folder.filter(name -> !name.isBlank()).map(Path::of), SYSTEM);
    }

    FontShelf(Optional<Path> folder, Path system) {
        this.folder = folder;
        this.system = system;
    }

    /**
     * The font that prints this character.
     *
     * @throws MissingGlyph if none has it
     */
    FontFace face(Style style, int codePoint) {
        FontFace wanted = style == Style.TITLE ? title() : body();
        if (wanted.has(codePoint)) {
            return wanted;
        }
        return fallback(codePoint).orElseThrow(() -> new MissingGlyph(codePoint));
    }

    private Optional<FontFace> fallback(int codePoint) {
        if (body().has(codePoint)) {
            return Optional.of(body());
        }
        return Stream.concat(own().stream(), Stream.of(1).flatMap(later -> others().stream()))
                .filter(face -> face.has(codePoint))
                .findFirst();
    }

    private synchronized FontFace body() {
        if (body == null) {
            body = load(Style.BODY);
        }
        return body;
    }

    private synchronized FontFace title() {
        if (title == null) {
            title = load(Style.TITLE);
        }
        return title;
    }

    private synchronized List<FontFace> own() {
        if (own == null) {
            own = folder.map(this::scan).orElse(List.of());
        }
        return own;
    }

    private synchronized List<FontFace> others() {
        if (others == null) {
            others = scan(system);
        }
        return others;
    }

    private FontFace load(Style style) {
        Optional<Path> replaced =
                folder.map(path -> path.resolve(style.file + ".ttf")).filter(Files::isRegularFile);
        try {
            if (replaced.isPresent()) {
                return parse(replaced.get()).get(0);
            }
            try (InputStream in = FontShelf.class.getResourceAsStream(style.shipped)) {
                if (in == null) {
                    throw new IllegalStateException("font is not on the class path: " + style.shipped);
                }
                return new FontFace(style.file, new TTFParser(false).parse(new RandomAccessReadBuffer(in)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("font cannot be read: " + style.file, broken);
        }
    }

    private List<FontFace> scan(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(FontShelf::looksLikeTrueType)
                    .sorted()
                    .flatMap(file -> parse(file).stream())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("font folder cannot be read: " + root, broken);
        }
    }

    private static boolean looksLikeTrueType(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && (name.endsWith(".ttf") || name.endsWith(".ttc"));
    }

    private static List<FontFace> parse(Path file) {
        String name = file.getFileName().toString();
        List<FontFace> faces = new ArrayList<>();
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".ttc")) {
                // Not closed: the fonts read from it for as long as the JVM lives.
                new TrueTypeCollection(file.toFile()).processAllFonts(font -> keep(name, font, faces));
            } else {
                keep(name, new TTFParser(false).parse(new RandomAccessReadBufferedFile(file.toFile())), faces);
            }
        } catch (IOException | RuntimeException unusable) {
            LOG.debug("font passed over: {} ({})", file, unusable.getMessage());
        }
        return faces;
    }

    private static void keep(String name, TrueTypeFont font, List<FontFace> faces) throws IOException {
        // Without a glyf table it is PostScript inside, which PDFBox cannot subset.
        if (font.getTableMap().containsKey("glyf")) {
            faces.add(new FontFace(name, font));
        }
    }
}
