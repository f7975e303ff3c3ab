package org.yiwang.forms.identity.internal;

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
import org.yiwang.forms.identity.AssuranceLevel;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.PartyView;
import org.yiwang.forms.identity.Phone;

/** 当事人: a person or an organisation that we know. What identifies it lies sealed in {@code facts}. */
@Entity
@Table(name = "party")
public class Party {

    @Id
    @SequenceGenerator(name = "party_seq", sequenceName = "party_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "party_seq")
    long id;

    @Column(name = "public_id")
    UUID publicId;

    @Enumerated(EnumType.STRING)
    PartyKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "id_type")
    IdType idType;

    @Column(name = "number_hash")
    String numberHash;

    @Column(name = "masked_name")
    String maskedName;

    @Column(name = "masked_number")
    String maskedNumber;

    @Column(name = "masked_phone")
    String maskedPhone;

    @Enumerated(EnumType.STRING)
    AssuranceLevel assurance;

    @Column(name = "key_id")
    long keyId;

    byte[] facts;

    @Column(name = "representative_hash")
    String representativeHash;

    @Column(name = "created_at")
    Instant createdAt;

    protected Party() {}

    public long id() {
        return id;
    }

    public UUID publicId() {
        return publicId;
    }

    public PartyKind kind() {
        return kind;
    }

    public String maskedName() {
        return maskedName;
    }

    public boolean hasNumber(String hash) {
        return numberHash.equals(hash);
    }

    public AssuranceLevel assurance() {
        return assurance;
    }

    /** Once somebody has seen the card, that stays true. */
    public void assure(AssuranceLevel level) {
        if (level.compareTo(assurance) > 0) {
            assurance = level;
        }
    }

    // Changes are made here and not from outside: what is set past the entity's own methods is not noticed and not
    // kept.

    void reachedBy(Phone phone) {
        maskedPhone = phone.masked();
    }

    void sealed(byte[] itsFacts) {
        facts = itsFacts;
    }

    void representedBy(String numberHashOfHim) {
        representativeHash = numberHashOfHim;
    }

    PartyView view(String name) {
        return new PartyView(publicId, id, kind, name, maskedName, idType.name(), maskedNumber, maskedPhone);
    }
}
