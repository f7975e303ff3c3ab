package org.yiwang.forms.catalogue.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * 压缩包目录: what the directory at the end of a zip says of its entries (PKWARE APPNOTE 4.3.12). Reading the entries one after the other
 * does not tell that one is a link or encrypted; and an archive whose directory lists other entries than it holds is read
 * differently by different programs.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int UNIX = 3;
    private static final int TYPE_OF_FILE = 0xF000;
    private static final int LINK = 0xA000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    private ZipDirectory() {}

    /** 条目. */
    record Entry(String name, boolean encrypted, int unixType) {

        /** Neither a file nor a folder: a link, a device. */
        boolean special() {
            return unixType != 0 && unixType != REGULAR && unixType != FOLDER;
        }

        boolean link() {
            return unixType == LINK;
        }
    }

    /** @throws IllegalArgumentException when there is no directory where one has to be */
    static List<Entry> of(byte[] archive) {
        ByteBuffer zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int end = end(zip);
        int count = Short.toUnsignedInt(zip.getShort(end + 10));
        int at = zip.getInt(end + 16);
        List<Entry> entries = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                if (zip.getInt(at) != ENTRY) {
                    throw new IllegalArgumentException("the directory is broken");
                }
                int name = Short.toUnsignedInt(zip.getShort(at + 28));
                boolean unix = zip.get(at + 5) == UNIX;
                int mode = unix ? zip.getInt(at + 38) >>> 16 : 0;
                entries.add(new Entry(
                        new String(archive, at + ENTRY_LENGTH, name, StandardCharsets.UTF_8),
                        (zip.getShort(at + 8) & 1) != 0,
                        mode & TYPE_OF_FILE));
                at += ENTRY_LENGTH
                        + name
                        + Short.toUnsignedInt(zip.getShort(at + 30))
                        + Short.toUnsignedInt(zip.getShort(at + 32));
            }
        } catch (IndexOutOfBoundsException cut) {
            throw new IllegalArgumentException("the directory is cut off", cut);
        }
        return entries;
    }

    private static int end(ByteBuffer zip) {
        for (int at = zip.limit() - END_LENGTH; at >= 0 && at >= zip.limit() - END_LENGTH - 0xFFFF; at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw new IllegalArgumentException("there is no directory");
    }
}
