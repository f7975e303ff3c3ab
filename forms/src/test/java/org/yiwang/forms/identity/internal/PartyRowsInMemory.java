package org.yiwang.forms.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Parties and mandates of a test. */
public class PartyRowsInMemory extends PartyRows {

    private final List<Party> parties = new ArrayList<>();
    private final List<Mandate> mandates = new ArrayList<>();

    @Override
    public Optional<Party> find(long id) {
        return parties.stream().filter(party -> party.id == id).findFirst();
    }

    @Override
    public Optional<Party> find(UUID publicId) {
        return parties.stream().filter(party -> party.publicId.equals(publicId)).findFirst();
    }

    @Override
    public Optional<Party> byNumber(String hash) {
        return parties.stream().filter(party -> party.numberHash.equals(hash)).findFirst();
    }

    @Override
    public void add(Party party) {
        party.id = parties.size() + 1;
        parties.add(party);
    }

    @Override
    public void add(Mandate mandate) {
        mandates.add(mandate);
    }

    @Override
    public void flush() {
        // nothing waits
    }

    @Override
    public List<Mandate> mandatesOf(long agentId) {
        return mandates.stream()
                .filter(mandate -> mandate.agentId == agentId && mandate.revokedAt == null)
                .toList();
    }

    @Override
    public List<Mandate> mandatesOn(long principalId) {
        return mandates.stream()
                .filter(mandate -> mandate.principalId == principalId && mandate.revokedAt == null)
                .toList();
    }

    @Override
    public Optional<Mandate> lockMandate(String number) {
        return mandates.stream()
                .filter(mandate -> mandate.number.equals(number) && mandate.revokedAt == null)
                .findFirst();
    }

    @Override
    public long nextMandateNumber() {
        return mandates.size() + 1L;
    }

    @Override
    public void mandateChanged() {
        // nothing is remembered
    }

    public void revokeAll() {
        mandates.clear();
    }
}
