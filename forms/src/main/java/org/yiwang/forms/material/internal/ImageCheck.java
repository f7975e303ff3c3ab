package org.yiwang.forms.material.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** 图片检查: how large it would be on screen, read from its header; its pixels are never unpacked here. */
final class ImageCheck {

    private static final long MOST_PIXELS = 60_000_000;

    private ImageCheck() {}

    static void run(String called, byte[] bytes) {
        long pixels;
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            pixels = pixels(input);
        } catch (IOException | RuntimeException unreadable) {
            pixels = 0;
        }
        if (pixels <= 0) {
            throw InspectFile.invalid("IMAGE_BROKEN", called, "打不开，图片可能已损坏，请重新拍照或扫描后上传。");
        }
        if (pixels > MOST_PIXELS) {
            throw InspectFile.invalid("IMAGE_TOO_LARGE", called, "的像素太多（超过6000万），请降低分辨率后重新上传。");
        }
    }

    private static long pixels(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            return 0;
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(input, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0);
        } finally {
            reader.dispose();
        }
    }
}
