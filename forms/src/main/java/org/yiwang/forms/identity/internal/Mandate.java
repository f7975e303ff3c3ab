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
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.identity.MandateKind;
import org.yiwang.forms.identity.MandatePower;
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

    String powers;

    String items;

    /** When the guardian of a child under 14 consented to the use of its data. */
    @Column(name = "consent_at")
    Instant consentAt;

    String proof = "";

    /** The clerk; null for what a citizen granted himself. */
    @Column(name = "registered_by")
    Long registeredBy;

    protected Mandate() {}

    /** With every power, for every item. */
    public Mandate(
            String number, long principalId, long agentId, MandateKind kind, LocalDate validFrom, LocalDate validTo) {
        this(number, principalId, agentId, kind, validFrom, validTo, EnumSet.allOf(MandatePower.class), Set.of());
    }

    public Mandate(
            String number,
            long principalId,
            long agentId,
            MandateKind kind,
            LocalDate validFrom,
            LocalDate validTo,
            Set<MandatePower> powers,
            Set<String> items) {
        this.number = number;
        this.principalId = principalId;
        this.agentId = agentId;
        this.kind = kind;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.powers = powers.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        this.items = items.stream().sorted().collect(Collectors.joining(","));
    }

    public String number() {
        return number;
    }

    public MandateKind kind() {
        return kind;
    }

    public long agentId() {
        return agentId;
    }

    public void registered(long clerk, String seen) {
        registeredBy = clerk;
        proof = seen;
    }

    public void revoke(Instant at) {
        revokedAt = at;
    }

    public void consent(Instant at) {
        consentAt = at;
    }

    public boolean consented() {
        return consentAt != null;
    }

    public boolean holdsOn(LocalDate day) {
        return revokedAt == null && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    public long principalId() {
        return principalId;
    }

    public MandateView view(PartyView principal, PartyView agent, boolean consentMissing) {
        return new MandateView(
                number,
                kind,
                principal,
                agent,
                validFrom,
                validTo,
                words(powers).map(MandatePower::valueOf).collect(Collectors.toSet()),
                words(items).collect(Collectors.toSet()),
                consentMissing,
                proof);
    }

    private static Stream<String> words(String list) {
        return Stream.of(list.split(",")).filter(word -> !word.isEmpty());
    }
}
