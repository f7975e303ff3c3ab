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
import org.yiwang.forms.identity.Actor;

/** 账号: a login and the hash of its password, for one party, officer, device or program. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    long id;

    String login;

    @Column(name = "password_hash")
    String passwordHash;

    @Enumerated(EnumType.STRING)
    Actor.Kind kind;

    @Column(name = "subject_id")
    long subjectId;

    @Column(name = "display_name")
    String displayName;

    boolean disabled;
    int failures;

    @Column(name = "locked_until")
    Instant lockedUntil;

    protected Account() {}

    /**
     * @param subjectId of the party or the officer; 0 for a device or a program, which is its own account
     * @param displayName of a device or a program; empty for people
     */
    public Account(String login, String passwordHash, Actor.Kind kind, long subjectId, String displayName) {
        this.login = login;
        this.passwordHash = passwordHash;
        this.kind = kind;
        this.subjectId = subjectId;
        this.displayName = displayName;
    }

    public long id() {
        return id;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Actor.Kind kind() {
        return kind;
    }

    public long subjectId() {
        return kind == Actor.Kind.KIOSK || kind == Actor.Kind.PROGRAM ? id : subjectId;
    }

    public String displayName() {
        return displayName;
    }

    public boolean disabled() {
        return disabled;
    }

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}
