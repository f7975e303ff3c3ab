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
import java.time.LocalDate;
import org.yiwang.forms.identity.MandateKind;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.forms.identity.PartyView;

/** 授权: the principal lets the agent act for him, from a day to a day, until revoked. */
@Entity
@Table(name = "mandate")
public class Mandate {

    @Id
    @SequenceGenerator(name = "mandate_seq", sequenceName = "mandate_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mandate_seq")
    long id;

    String number;

    @Column(name = "principal_id")
    long principalId;

    @Column(name = "agent_id")
    long agentId;

    @Enumerated(EnumType.STRING)
    MandateKind kind;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "revoked_at")
    Instant revokedAt;

    protected Mandate() {}

    public Mandate(
            String number, long principalId, long agentId, MandateKind kind, LocalDate validFrom, LocalDate validTo) {
        this.number = number;
        this.principalId = principalId;
        this.agentId = agentId;
        this.kind = kind;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    public boolean holdsOn(LocalDate day) {
        return revokedAt == null && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public long principalId() {
        return principalId;
    }

    public MandateView view(PartyView principal) {
        return new MandateView(number, kind, principal, validFrom, validTo);
    }
}
