package org.yiwang.forms.material.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.yiwang.forms.material.GetType;
import org.yiwang.forms.material.TrustGrade;

/** 上传文件: a file that was handed in, in one place (scope). Its bytes lie in the file store, its name is sealed. */
@Entity
@Table(name = "uploaded_file")
public class UploadedFile {

    @Id
    @SequenceGenerator(name = "uploaded_file_seq", sequenceName = "uploaded_file_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "uploaded_file_seq")
    long id;

    @Column(name = "public_id")
    UUID publicId;

    String scope;
    String requirement;
    byte[] name;
    long size;

    @Column(name = "content_type")
    String contentType;

    String sha256;

    @Column(name = "key_id")
    long keyId;

    String address;
    int turn;

    @Column(name = "uploaded_by")
    String uploadedBy;

    @Column(name = "uploaded_at")
    Instant uploadedAt;

    @Column(name = "superseded_at")
    Instant supersededAt;

    /** In whose name its name and bytes were sealed: its own, or that of the file it shares them with. */
    @Column(name = "sealed_as")
    UUID sealedAs;

    /** How it came; see {@link GetType}. */
    @Enumerated(EnumType.STRING)
    @Column(name = "get_type")
    GetType getType;

    @Enumerated(EnumType.STRING)
    TrustGrade grade;

    /** What it was taken from again; itself where it was handed in. */
    UUID origin;

    protected UploadedFile() {}

    public static UploadedFile of(UUID publicId, String scope, String requirement, long keyId) {
        UploadedFile file = new UploadedFile();
        file.publicId = publicId;
        file.sealedAs = publicId;
        file.scope = scope;
        file.requirement = requirement;
        file.keyId = keyId;
        file.getType = GetType.UPLOADED;
        file.grade = TrustGrade.C;
        file.origin = publicId;
        return file;
    }

    public void came(GetType how, TrustGrade reliable) {
        getType = how;
        grade = reliable;
    }

    public void takenFrom(UUID other) {
        origin = other;
    }

    public void describe(byte[] sealedName, long size, String contentType, String sha256) {
        this.name = sealedName.clone();
        this.size = size;
        this.contentType = contentType;
        this.sha256 = sha256;
    }

    public void lies(String address, String uploadedBy, Instant uploadedAt) {
        this.address = address;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
    }

    /** The same file in another place, for another requirement; nothing is stored a second time. */
    public UploadedFile sharedWith(String otherScope, String otherRequirement) {
        UploadedFile copy = of(UUID.randomUUID(), otherScope, otherRequirement, keyId);
        copy.describe(name, size, contentType, sha256);
        copy.lies(address, uploadedBy, uploadedAt);
        copy.turn = turn;
        copy.came(getType, grade);
        copy.takenFrom(origin);
        copy.sealedAs = sealedAs;
        return copy;
    }

    /** In whose name its bytes were sealed. */
    public UUID sealedAs() {
        return sealedAs;
    }

    public void turn(int degrees) {
        turn = Math.floorMod(turn + degrees, 360);
    }

    public void standFor(String requirement) {
        this.requirement = requirement;
        this.supersededAt = null;
    }

    public UUID publicId() {
        return publicId;
    }

    public String scope() {
        return scope;
    }

    public String requirement() {
        return requirement;
    }

    public byte[] name() {
        return name.clone();
    }

    public long size() {
        return size;
    }

    public String contentType() {
        return contentType;
    }

    public String sha256() {
        return sha256;
    }

    public long keyId() {
        return keyId;
    }

    public String address() {
        return address;
    }

    public int turn() {
        return turn;
    }

    public GetType getType() {
        return getType;
    }

    public TrustGrade grade() {
        return grade;
    }

    public boolean current() {
        return supersededAt == null;
    }
}
