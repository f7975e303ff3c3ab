package org.yiwang.forms.material;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.internal.FileName;
import org.yiwang.forms.material.internal.InspectFile;
import org.yiwang.forms.material.internal.InspectFile.Inspected;
import org.yiwang.forms.material.internal.UploadRows;
import org.yiwang.forms.material.internal.UploadedFile;
import org.yiwang.forms.material.spi.FileStore;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.SecretBox;

/**
 * 材料夹: the files of one place (scope: a draft or a case). For the component that owns the place and has checked who
 * asks; runs in its transaction.
 */
@ApplicationScoped
public class Materials {

    /** More files than this in one place is no application but a mistake, or mischief. */
    private static final int MOST_FILES = 200;

    @Inject
    UploadRows rows;

    @Inject
    InspectFile inspect;

    @Inject
    FileStore store;

    @Inject
    SecretBox box;

    @Inject
    Clock clock;

    protected Materials() {}

    public Materials(UploadRows rows, InspectFile inspect, FileStore store, SecretBox box, Clock clock) {
        this.rows = rows;
        this.inspect = inspect;
        this.store = store;
        this.box = box;
        this.clock = clock;
    }

    /** Looks at a file and keeps it sealed under the key; requirement may be empty. */
    public MaterialView add(Actor actor, String scope, long keyId, String requirement, Upload upload) {
        Inspected inspected = inspect.inspect(upload);
        needRoom(scope, upload.fileName());
        return view(keep(actor, scope, keyId, requirement, inspected), inspected.name());
    }

    /** The same for a form that the applicant has filled in himself: it rests on his word, whoever scanned it. */
    public MaterialView addSelfMade(Actor actor, String scope, long keyId, String requirement, Upload upload) {
        MaterialView added = add(actor, scope, keyId, requirement, upload);
        UploadedFile file = find(scope, added.id());
        file.came(file.getType(), TrustGrade.D);
        return view(file, added.name());
    }

    /**
     * 再次使用的文件.
     *
     * @param origin of what it is taken from
     */
    public record Known(FileContent content, TrustGrade grade, UUID origin) {}

    /** Keeps what was looked at before for another application, sealed under the key of that. */
    public MaterialView again(Actor actor, String scope, long keyId, String requirement, Known known) {
        needRoom(scope, known.content().name());
        byte[] bytes = known.content().bytes();
        Inspected before =
                new Inspected(known.content().name(), known.content().type(), bytes, InspectFile.sha256(bytes));
        UploadedFile file = keep(actor, scope, keyId, requirement, before);
        file.came(GetType.VAULT, known.grade());
        file.takenFrom(known.origin());
        file.turn(known.content().turn());
        return view(file, before.name());
    }

    /** What a file is called. */
    public String nameOf(String scope, UUID id) {
        return name(find(scope, id));
    }

    private void needRoom(String scope, String name) {
        if (rows.in(scope).size() >= MOST_FILES) {
            throw Refusal.conflict(
                            "TOO_MANY_FILES",
                            "文件“" + FileName.bare(name) + "”未接收：已有" + MOST_FILES + "个文件，请先删除不需要的，或把多页合成一个PDF。")
                    .naming(MOST_FILES);
        }
    }

    private UploadedFile keep(Actor actor, String scope, long keyId, String requirement, Inspected inspected) {
        UUID id = UUID.randomUUID();
        UploadedFile file = UploadedFile.of(id, scope, requirement, keyId);
        file.describe(
                box.seal(keyId, namePlace(id), inspected.name().getBytes(StandardCharsets.UTF_8)),
                inspected.bytes().length,
                inspected.contentType(),
                inspected.sha256());
        file.lies(store.put(box.seal(keyId, contentPlace(id), inspected.bytes())), actor.key(), clock.instant());
        if (actor.officer()) {
            // At the window the original lies beside the scanner.
            file.came(GetType.SCANNED, TrustGrade.B);
        }
        rows.add(file);
        return file;
    }

    /** What is handed in for requirements now; what was replaced is left out. */
    public List<MaterialView> list(String scope) {
        return rows.in(scope).stream()
                .filter(file -> file.current() && !file.requirement().isEmpty())
                .map(file -> view(file, name(file)))
                .toList();
    }

    /** Takes a file back; its bytes go with the next sweep. */
    public void remove(String scope, UUID id) {
        rows.remove(find(scope, id));
    }

    /** Takes everything in a place back. */
    public void clear(String scope) {
        rows.in(scope).forEach(rows::remove);
    }

    /** Turns how a file is shown by a quarter clockwise or more. */
    public MaterialView turn(String scope, UUID id, int degrees) {
        UploadedFile file = find(scope, id);
        file.turn(degrees);
        return view(file, name(file));
    }

    /** Everything in one place moves to another, such as from a draft to its case. */
    public void move(String from, String to) {
        rows.move(from, to);
    }

    /** 一套材料多处用: what was handed in here for a requirement stands there for another, too; it is not stored twice. */
    public List<MaterialView> share(String from, String requirement, String to, String otherRequirement) {
        return rows.in(from).stream()
                .filter(file -> file.current() && file.requirement().equals(requirement))
                .map(file -> file.sharedWith(to, otherRequirement))
                .peek(rows::add)
                .map(file -> view(file, name(file)))
                .toList();
    }

    /** Files that lie in this place already now stand for a requirement, instead of those that did before. */
    public void replace(String scope, String requirement, List<UUID> ids) {
        List<UploadedFile> files = ids.stream().map(id -> find(scope, id)).toList();
        rows.supersede(scope, requirement, clock.instant());
        files.forEach(file -> file.standFor(requirement));
    }

    /** The key that what lies in this place is sealed under; a place without files gets a new one. */
    long keyOf(String scope) {
        return rows.in(scope).stream().findFirst().map(UploadedFile::keyId).orElseGet(box::newKey);
    }

    /** A file that came and does not stand for a requirement yet. */
    Optional<MaterialView> waiting(String scope, UUID id) {
        return rows.find(id, scope).filter(file -> file.requirement().isEmpty()).map(file -> view(file, name(file)));
    }

    public boolean exists(UUID id, String scope) {
        return rows.find(id, scope).isPresent();
    }

    /** The file itself, opened. */
    public FileContent read(String scope, UUID id) {
        UploadedFile file = find(scope, id);
        return new FileContent(
                name(file),
                file.contentType(),
                box.open(file.keyId(), contentPlace(file.sealedAs()), store.get(file.address())),
                file.turn());
    }

    private UploadedFile find(String scope, UUID id) {
        return rows.find(id, scope).orElseThrow(() -> Refusal.notFound("该文件"));
    }

    private String name(UploadedFile file) {
        return new String(box.open(file.keyId(), namePlace(file.sealedAs()), file.name()), StandardCharsets.UTF_8);
    }

    private static MaterialView view(UploadedFile file, String name) {
        return new MaterialView(
                file.publicId(),
                file.requirement(),
                name,
                file.size(),
                file.contentType(),
                file.sha256(),
                file.turn(),
                file.getType(),
                file.grade());
    }

    private static String namePlace(UUID id) {
        return "uploaded_file.name:" + id;
    }

    private static String contentPlace(UUID id) {
        return "uploaded_file.content:" + id;
    }
}
