package org.yiwang.forms.identity.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.AssuranceLevel;
import org.yiwang.forms.identity.IdNumber;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.InvalidValue;
import org.yiwang.forms.identity.Masked;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.identity.PartyView;
import org.yiwang.forms.identity.Phone;
import org.yiwang.forms.platform.SecretBox;

/** Parties with what identifies them opened; everything that seals or opens it is here. */
@ApplicationScoped
public class Parties {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    PartyRows rows;

    @Inject
    SecretBox box;

    @Inject
    Clock clock;

    protected Parties() {}

    public Parties(PartyRows rows, SecretBox box, Clock clock) {
        this.rows = rows;
        this.box = box;
        this.clock = clock;
    }

    public Optional<Party> find(long id) {
        return rows.find(id);
    }

    public Optional<Party> find(UUID publicId) {
        return rows.find(publicId);
    }

    /** By a normalised number. */
    public Optional<Party> find(IdType type, String number) {
        return rows.byNumber(hash(type, number));
    }

    public PartyView view(Party party) {
        return party.view(open(party).name());
    }

    public PartySnapshot snapshot(Party party) {
        PartyFacts facts = open(party);
        return new PartySnapshot(
                party.id,
                party.publicId,
                party.kind,
                facts.name(),
                party.maskedName,
                party.idType.name(),
                facts.number(),
                party.maskedNumber,
                facts.phone(),
                party.maskedPhone,
                facts.born());
    }

    /** Takes a new party in; the number is normalised, the phone parsed or empty. */
    public Party add(PartyKind kind, String name, IdType type, String number, String phone, AssuranceLevel assurance) {
        Party party = new Party();
        party.publicId = UUID.randomUUID();
        party.kind = kind;
        party.idType = type;
        party.numberHash = hash(type, number);
        party.maskedName = kind == PartyKind.PERSON ? Masked.name(name) : name;
        party.maskedNumber = IdType.mask(number);
        party.maskedPhone = phone.isEmpty() ? "" : new Phone(phone).masked();
        party.assurance = assurance;
        party.createdAt = clock.instant();
        party.keyId = box.newKey();
        party.facts = new byte[0];
        rows.add(party);
        seal(party, new PartyFacts(name, number, phone, birthDate(kind, number)));
        rows.flush();
        return party;
    }

    /** Keeps a new phone number for a party. */
    public void phone(Party party, Phone phone) {
        PartyFacts facts = open(party);
        party.reachedBy(phone);
        seal(party, new PartyFacts(facts.name(), facts.number(), phone.value(), facts.birthDate()));
    }

    /** 法定代表人: kept only as the lookup hash of his card; a later one takes his place. */
    public void represented(Party organisation, String number) {
        organisation.representedBy(hash(IdType.ID_CARD, number));
    }

    private static String birthDate(PartyKind kind, String number) {
        try {
            return kind == PartyKind.PERSON ? new IdNumber(number).birthDate().toString() : null;
        } catch (InvalidValue anotherKindOfDocument) {
            return null;
        }
    }

    /** Of a normalised number; the same for everybody who is called by it. */
    public String hash(IdType type, String number) {
        return box.lookupHash("party.number", type.name() + ":" + number);
    }

    private void seal(Party party, PartyFacts facts) {
        try {
            party.sealed(box.seal(party.keyId, place(party), JSON.writeValueAsBytes(facts)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts of a party are not JSON", impossible);
        }
    }

    private PartyFacts open(Party party) {
        try {
            return JSON.readValue(box.open(party.keyId, place(party), party.facts), PartyFacts.class);
        } catch (IOException broken) {
            throw new IllegalStateException("facts of party " + party.id + " cannot be read", broken);
        }
    }

    private static String place(Party party) {
        return "party.facts:" + party.id;
    }
}
