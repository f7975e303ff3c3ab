package org.yiwang.forms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.identity.RegisterParty.Particulars;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.Mandate;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.PartyRowsInMemory;
import org.yiwang.forms.identity.spi.IdentityDirectory;
import org.yiwang.forms.platform.BoxInMemory;
import org.yiwang.forms.platform.HandClock;
import org.yiwang.forms.platform.Refusal;

class PartiesTest {

    private static final Actor CLERK =
            new Actor(Actor.Kind.OFFICER, 7, "林晓雯", Set.of(Role.CLERK), List.of(), Channel.WINDOW);

    private final HandClock clock = new HandClock("2026-11-21T01:00:00Z");
    private final PartyRowsInMemory rows = new PartyRowsInMemory();
    private final Parties parties = new Parties(rows, new BoxInMemory(), clock);
    private IdentityDirectory.Answer answer = IdentityDirectory.Answer.MATCH;
    private final RegisterParty register = new RegisterParty(parties, (name, type, number) -> answer);
    private final FindParty find = new FindParty(parties, rows, clock);

    @Test
    void aClerkFindsWhomHeRegisteredHoweverTheNumberIsTyped() {
        PartyView chen = register.register(CLERK, person("陈静", "999999199304180020", "138 0000 0101"));
        assertEquals("138****0101", chen.maskedPhone());
        assertEquals(chen, register.register(CLERK, person("陈静", " ９９９９９９199304180020", "")));
        assertEquals(
                chen,
                find.byNumber(CLERK, IdType.ID_CARD, "999999 19930418 0020").orElseThrow());
        assertEquals(LocalDate.of(1993, 4, 18), find.snapshot(chen.internalId()).birthDate());
        assertFalse(chen.toString().contains("陈"), "a view does not end up in a log with its name");
    }

    @Test
    void aKnownNumberUnderAnotherNameIsRefused() {
        register.register(CLERK, person("陈静", "999999199304180020", ""));
        assertEquals(
                "NAME_DIFFERS", refusal(person("陈晶", "999999199304180020", "")).code());
    }

    @Test
    void whatTheRegisterDeniesIsRefused() {
        answer = IdentityDirectory.Answer.MISMATCH;
        assertEquals(
                "IDENTITY_MISMATCH",
                refusal(person("陈静", "999999199304180020", ""))
                        .problems()
                        .get(0)
                        .code());
    }

    @Test
    void wrongNumbersAreNamedByTheirField() {
        assertEquals(
                "number",
                refusal(person("陈静", "999999199304180021", ""))
                        .problems()
                        .get(0)
                        .path());
        assertEquals(
                "phone",
                refusal(person("陈静", "999999199304180020", "12"))
                        .problems()
                        .get(0)
                        .path());
        assertEquals(
                "name",
                refusal(person(" ", "999999199304180020", "")).problems().get(0).path());
        Particulars company = new Particulars(PartyKind.ORGANISATION, "某公司", IdType.ID_CARD, "999999199304180020", "");
        assertEquals("idType", refusal(company).problems().get(0).path());
    }

    @Test
    void onlyClerksFindAndRegister() {
        Actor citizen = ActorSource.citizen(1, "陈*", Channel.WEB);
        assertThrows(Refusal.class, () -> register.register(citizen, person("陈静", "999999199304180020", "")));
        assertThrows(Refusal.class, () -> find.byNumber(citizen, IdType.ID_CARD, "999999199304180020"));
    }

    @Test
    void aMandateHoldsFromDayToDayUntilRevoked() {
        long chen =
                register.register(CLERK, person("陈静", "999999199304180020", "")).internalId();
        long li = register.register(CLERK, person("李建国", "999999194005120033", ""))
                .internalId();
        Actor actor = ActorSource.citizen(chen, "陈*", Channel.WEB);
        rows.add(new Mandate(
                "SQ1", li, chen, MandateKind.FAMILY, LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23)));
        assertTrue(find.mandates(actor).isEmpty(), "not yet");
        clock.forward(Duration.ofHours(16));
        assertEquals(
                "李建国", find.mandate(actor, li).orElseThrow().principal().name(), "midnight in Shanghai has passed");
        clock.forward(Duration.ofDays(1));
        assertTrue(find.mandate(actor, li).isPresent(), "its last day counts");
        clock.forward(Duration.ofDays(1));
        assertTrue(find.mandate(actor, li).isEmpty());
    }

    @Test
    void atAKioskACardStandsForItsHolderAlone() {
        long chen =
                register.register(CLERK, person("陈静", "999999199304180020", "")).internalId();
        long li = register.register(CLERK, person("李建国", "999999194005120033", ""))
                .internalId();
        rows.add(new Mandate("SQ1", li, chen, MandateKind.FAMILY, LocalDate.of(2026, 1, 1), null));
        assertTrue(
                find.mandate(ActorSource.citizen(chen, "陈*", Channel.WEB), li).isPresent());
        assertTrue(find.mandates(ActorSource.citizen(chen, "陈*", Channel.KIOSK)).isEmpty());
    }

    @Test
    void anOfficerIsNoParty() {
        assertEquals(
                Refusal.Kind.FORBIDDEN,
                assertThrows(Refusal.class, () -> find.of(CLERK)).kind());
    }

    private static Particulars person(String name, String number, String phone) {
        return new Particulars(PartyKind.PERSON, name, IdType.ID_CARD, number, phone);
    }

    private Refusal refusal(Particulars given) {
        return assertThrows(Refusal.class, () -> register.register(CLERK, given));
    }
}
