package org.yiwang.forms.material.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.tika.Tika;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.material.spi.VirusScan;
import org.yiwang.forms.platform.Refusal;

/** 文件检查: looks at a file before anything of it is kept. Every refusal names the file and the way out. */
@ApplicationScoped
public class InspectFile {

    private final Tika tika = new Tika();

    @Inject
    VirusScan scan;

    protected InspectFile() {}

    public InspectFile(VirusScan scan) {
        this.scan = scan;
    }

    /**
     * 检查过的文件.
     *
     * @param name cleaned, ending as the content says
     */
    public record Inspected(String name, String contentType, byte[] bytes, String sha256) {}

    public Inspected inspect(Upload upload) {
        String called = FileName.bare(upload.fileName());
        byte[] bytes = read(upload, called);
        FileKind kind = kind(called, bytes);
        switch (kind) {
            case PDF -> new PdfCheck(called, bytes).run();
            case JPEG, PNG -> ImageCheck.run(called, bytes);
        }
        if (!scan.clean(bytes)) {
            throw invalid("FILE_VIRUS", called, "没有通过病毒扫描，未予接收。请在安全的设备上重新扫描或拍照后上传。");
        }
        return new Inspected(FileName.clean(upload.fileName(), kind), kind.contentType(), bytes, sha256(bytes));
    }

    private static byte[] read(Upload upload, String called) {
        byte[] bytes;
        try {
            bytes = upload.content().readNBytes((int) upload.sizeLimit() + 1);
        } catch (IOException broken) {
            throw invalid("FILE_BROKEN_OFF", called, "没有传完，请检查网络后重新上传。");
        }
        if (bytes.length > upload.sizeLimit()) {
            throw Refusal.of(
                            Refusal.Kind.TOO_LARGE,
                            "FILE_TOO_LARGE",
                            "文件“" + called + "”超过" + size(upload.sizeLimit()) + "，请压缩、降低扫描分辨率或拆成几个文件后上传。")
                    .naming(called, size(upload.sizeLimit()));
        }
        if (bytes.length == 0) {
            throw invalid("FILE_EMPTY", called, "是空的，请重新选择文件。");
        }
        return bytes;
    }

    private FileKind kind(String called, byte[] bytes) {
        return FileKind.of(tika.detect(bytes), bytes).orElseThrow(() -> Refusal.of(
                        Refusal.Kind.UNSUPPORTED,
                        "FILE_TYPE",
                        "文件“" + called + "”的内容不是PDF、JPG或PNG（与文件名后缀无关），请另存为PDF或拍照后上传。")
                .naming(called));
    }

    static Refusal invalid(String code, String called, String what) {
        return Refusal.invalid("file", code, "文件“" + called + "”" + what).naming(called);
    }

    private static String size(long bytes) {
        return bytes >= 1024 * 1024 ? bytes / 1024 / 1024 + "MB" : Math.max(1, bytes / 1024) + "KB";
    }

    /** Of these bytes, 64 lower-case hex digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
