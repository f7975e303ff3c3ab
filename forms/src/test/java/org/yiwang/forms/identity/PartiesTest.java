package org.yiwang.forms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.identity.RegisterParty.Particulars;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.Mandate;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.PartyRowsInMemory;
import org.yiwang.forms.identity.spi.IdentityDirectory;
import org.yiwang.forms.platform.BoxInMemory;
import org.yiwang.forms.platform.HandClock;
import org.yiwang.forms.platform.Problem;
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
    private final GrantMandate grant = new GrantMandate(parties, rows, find, clock);
    private final EndMandate end = new EndMandate(rows, clock);
    private final ConsentForChild consent = new ConsentForChild(rows, clock);

    @Test
    @DisplayName("证件号散列可查重")
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
    @DisplayName("企业经办人授权过期后在途件仍可查不可操作")
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
                "李建国",
                find.mandate(actor, li, "elder-allowance")
                        .orElseThrow()
                        .principal()
                        .name(),
                "midnight in Shanghai has passed");
        clock.forward(Duration.ofDays(1));
        assertTrue(find.mandate(actor, li, "elder-allowance").isPresent(), "its last day counts");
        clock.forward(Duration.ofDays(1));
        assertTrue(find.mandate(actor, li, "elder-allowance").isEmpty());
    }

    @Test
    void aMandateCoversOnlyTheItemsAndPowersItNames() {
        long chen =
                register.register(CLERK, person("陈静", "999999199304180020", "")).internalId();
        long li = register.register(CLERK, person("李建国", "999999194005120033", ""))
                .internalId();
        Actor principal = ActorSource.citizen(li, "李**", Channel.WEB);
        Actor agent = ActorSource.citizen(chen, "陈*", Channel.WEB);
        GrantMandate.Terms terms = new GrantMandate.Terms(
                MandateKind.ENTRUSTED, Set.of(MandatePower.APPLY), Set.of("elder-allowance"), LocalDate.of(2027, 1, 1));
        MandateView given = grant.grant(principal, "陈静", "999999199304180020", terms);
        assertTrue(
                find.mandate(agent, li, MandatePower.APPLY, "elder-allowance").isPresent());
        assertTrue(find.mandate(agent, li, MandatePower.WITHDRAW, "elder-allowance")
                .isEmpty());
        assertTrue(find.mandate(agent, li, MandatePower.APPLY, "road-dig").isEmpty());
        assertEquals(
                List.of(given.number()),
                find.given(principal).stream().map(MandateView::number).toList());
        assertThrows(Refusal.class, () -> end.end(ActorSource.citizen(chen + li, "别人", Channel.WEB), given.number()));
        end.end(principal, given.number());
        assertTrue(find.mandates(agent).isEmpty(), "taken back at any time");
    }

    @Test
    void aMandateNamesAKnownAdultOtherThanOneselfAndItsLastDay() {
        long chen =
                register.register(CLERK, person("陈静", "999999199304180020", "")).internalId();
        Actor principal = ActorSource.citizen(chen, "陈*", Channel.WEB);
        GrantMandate.Terms terms = new GrantMandate.Terms(MandateKind.FAMILY, null, null, null);
        Refusal refusal = assertThrows(Refusal.class, () -> grant.grant(principal, "陈静", "999999199304180020", terms));
        assertEquals(
                List.of("validTo", "agentNumber"),
                refusal.problems().stream().map(Problem::path).toList());
        GrantMandate.Terms guardian = new GrantMandate.Terms(MandateKind.GUARDIAN, null, null, null);
        assertEquals(
                "NOT_YOURS",
                assertThrows(Refusal.class, () -> grant.grant(principal, "张三", "999999198507150011", guardian))
                        .problems()
                        .get(0)
                        .code());
    }

    @Test
    void aGuardianActsAfterConsentAndOnlyUntilTheEighteenthBirthday() {
        PartyView mother = register.register(CLERK, person("陈静", "999999199304180020", ""));
        PartyView child = register.register(CLERK, person("李小满", "999999201602290025", ""));
        GrantMandate.Terms unseen = new GrantMandate.Terms(MandateKind.GUARDIAN, null, null, null);
        assertEquals(
                "proof",
                assertThrows(Refusal.class, () -> grant.register(CLERK, child.id(), mother.id(), unseen))
                        .problems()
                        .get(0)
                        .path());
        GrantMandate.Terms terms = new GrantMandate.Terms(MandateKind.GUARDIAN, null, null, null, "出生医学证明");
        MandateView mandate = grant.register(CLERK, child.id(), mother.id(), terms);
        assertEquals(LocalDate.of(2034, 2, 28), mandate.validTo(), "born on 29 February");
        assertTrue(mandate.consentMissing(), "under fourteen");
        assertEquals(
                List.of("出生医学证明"),
                find.givenBy(CLERK, child.id()).stream().map(MandateView::proof).toList());
        Actor guardian = ActorSource.citizen(mother.internalId(), "陈*", Channel.WEB);
        assertTrue(find.mandate(guardian, child.internalId(), MandatePower.APPLY, "any")
                .isEmpty());
        consent.consent(guardian, mandate.number());
        assertTrue(find.mandate(guardian, child.internalId(), MandatePower.APPLY, "any")
                .isPresent());
        assertThrows(Refusal.class, () -> end.end(guardian, mandate.number()), "not by a click");
        assertThrows(
                Refusal.class,
                () -> grant.register(CLERK, mother.id(), child.id(), terms),
                "an adult has no guardian, a child is none");
    }

    /** On 2026-11-21 thirteen years and 364 days old. */
    @Test
    @DisplayName("监护人代 13 岁办理需同意书")
    void aChildOfThirteenNeedsTheConsentAndOneOfFourteenDoesNot() {
        PartyView mother = register.register(CLERK, person("陈静", "999999199304180020", ""));
        Actor guardian = ActorSource.citizen(mother.internalId(), "陈*", Channel.WEB);
        GrantMandate.Terms terms = new GrantMandate.Terms(MandateKind.GUARDIAN, null, null, null, "出生医学证明");
        PartyView child = register.register(
                CLERK, person("李小满", IdNumber.complete("99999920121122002").value(), ""));
        MandateView mandate = grant.register(CLERK, child.id(), mother.id(), terms);
        assertTrue(mandate.consentMissing());
        assertTrue(find.mandate(guardian, child.internalId(), MandatePower.APPLY, "any")
                .isEmpty());
        consent.consent(guardian, mandate.number());
        assertTrue(find.mandate(guardian, child.internalId(), MandatePower.APPLY, "any")
                .isPresent());
        PartyView older = register.register(
                CLERK, person("李小雪", IdNumber.complete("99999920121121002").value(), ""));
        assertFalse(grant.register(CLERK, older.id(), mother.id(), terms).consentMissing(), "fourteen today");
    }

    /** The child comes of age on 2026-11-22; Shanghai is eight hours ahead of the clock. */
    @Test
    @DisplayName("年满 18 次日监护授权自动失效")
    void theGuardianshipEndsByItselfOnTheDayAfterTheEighteenthBirthday() {
        PartyView mother = register.register(CLERK, person("陈静", "999999199304180020", ""));
        Actor guardian = ActorSource.citizen(mother.internalId(), "陈*", Channel.WEB);
        PartyView child = register.register(
                CLERK, person("李小寒", IdNumber.complete("99999920081122003").value(), ""));
        grant.register(
                CLERK, child.id(), mother.id(), new GrantMandate.Terms(MandateKind.GUARDIAN, null, null, null, "户口簿"));
        clock.forward(Duration.ofHours(38));
        assertTrue(
                find.mandate(guardian, child.internalId(), MandatePower.APPLY, "any")
                        .isPresent(),
                "23:00 on the birthday");
        clock.forward(Duration.ofHours(1));
        assertTrue(find.mandate(guardian, child.internalId(), MandatePower.APPLY, "any")
                .isEmpty());
    }

    @Test
    void atAKioskACardStandsForItsHolderAlone() {
        long chen =
                register.register(CLERK, person("陈静", "999999199304180020", "")).internalId();
        long li = register.register(CLERK, person("李建国", "999999194005120033", ""))
                .internalId();
        rows.add(new Mandate("SQ1", li, chen, MandateKind.FAMILY, LocalDate.of(2026, 1, 1), null));
        assertTrue(find.mandate(ActorSource.citizen(chen, "陈*", Channel.WEB), li, "elder-allowance")
                .isPresent());
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
