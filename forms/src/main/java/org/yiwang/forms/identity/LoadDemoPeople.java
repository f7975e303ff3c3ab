package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yiwang.forms.identity.internal.Account;
import org.yiwang.forms.identity.internal.Accounts;
import org.yiwang.forms.identity.internal.Mandate;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.Party;
import org.yiwang.forms.identity.internal.PartyRows;
import org.yiwang.forms.identity.internal.Passwords;
import org.yiwang.forms.identity.internal.People;
import org.yiwang.forms.identity.internal.Programs;
import org.yiwang.forms.identity.spi.OfficerSource;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.StartStep;

/**
 * 演示人员: fictional citizens, a company and its agent, a kiosk, and accounts for the officers of the city's file, all with
 * one well-known password. In the demo and in tests only.
 */
@ApplicationScoped
public class LoadDemoPeople implements StartStep {

    /** Everybody knows it; production has no account with it because it never loads this. */
    public static final String PASSWORD = "yiwang-demo-2026";

    @Inject
    Profile profile;

    @Inject
    Parties parties;

    @Inject
    PartyRows rows;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Programs programs;

    @Inject
    OfficerSource officers;

    protected LoadDemoPeople() {}

    LoadDemoPeople(
            Profile profile,
            Parties parties,
            PartyRows rows,
            Accounts accounts,
            Passwords passwords,
            OfficerSource officers) {
        this.profile = profile;
        this.parties = parties;
        this.rows = rows;
        this.accounts = accounts;
        this.passwords = passwords;
        this.officers = officers;
    }

    @Override
    public int order() {
        return DEMO;
    }

    @Override
    public String name() {
        return "demo people";
    }

    @Override
    @Transactional
    public void run() {
        if (!profile.production()) {
            load();
        }
    }

    /** Sets up whoever is missing; what is there stays as it is. */
    @Transactional
    public void load() {
        if (profile.production()) {
            throw Refusal.forbidden("演示人员只能在演示和测试环境中载入。");
        }
        rows.lockForSetUp();
        People people = people();
        String hash = passwords.hash(PASSWORD);
        Map<String, Party> known = parties(people);
        people.mandates().forEach(given -> mandate(given, known));
        people.persons().stream()
                .filter(person -> !person.login().isEmpty())
                .forEach(person -> account(
                        person.login(),
                        hash,
                        Actor.Kind.CITIZEN,
                        known.get(person.key()).id(),
                        ""));
        people.kiosks().forEach(kiosk -> account(kiosk.login(), hash, Actor.Kind.KIOSK, 0, kiosk.name()));
        people.programs().forEach(program -> program(program, hash));
        officers.logins()
                .forEach(officer -> account(officer.login(), hash, Actor.Kind.OFFICER, officer.officerId(), ""));
    }

    private Map<String, Party> parties(People people) {
        Map<String, Party> known = new HashMap<>();
        people.persons()
                .forEach(person -> known.put(
                        person.key(),
                        party(PartyKind.PERSON, person.name(), IdType.ID_CARD, person.idNumber(), person.phone())));
        people.organisations()
                .forEach(organisation -> known.put(
                        organisation.key(),
                        party(
                                PartyKind.ORGANISATION,
                                organisation.name(),
                                IdType.CREDIT_CODE,
                                organisation.creditCode(),
                                organisation.phone())));
        people.organisations().forEach(organisation -> people.persons().stream()
                .filter(person -> person.key().equals(organisation.representative()))
                .forEach(person -> parties.represented(
                        known.get(organisation.key()), IdType.ID_CARD.normalise(person.idNumber()))));
        return known;
    }

    private Party party(PartyKind kind, String name, IdType type, String number, String phone) {
        String normalised = type.normalise(number);
        return parties.find(type, normalised)
                .orElseGet(() -> parties.add(
                        kind, name, type, normalised, Phone.parse(phone).value(), AssuranceLevel.L3));
    }

    private void mandate(People.Given given, Map<String, Party> known) {
        long agent = known.get(given.agent()).id();
        if (!rows.hasMandate(given.number())) {
            rows.add(new Mandate(
                    given.number(), known.get(given.principal()).id(), agent, given.kind(), given.from(), null));
        }
    }

    private void account(String login, String hash, Actor.Kind kind, long subjectId, String name) {
        if (accounts.find(login).isEmpty()) {
            accounts.add(new Account(login, hash, kind, subjectId, name));
        }
    }

    private void program(People.Client program, String hash) {
        if (accounts.find(program.login()).isEmpty()) {
            accounts.add(new Account(program.login(), hash, Actor.Kind.PROGRAM, 0, program.name()));
            programs.put(
                    accounts.find(program.login()).orElseThrow().id(),
                    new Program(program.login(), program.name(), program.organisation(), Set.copyOf(program.scopes())));
        }
    }

    private static People people() {
        try (InputStream json = LoadDemoPeople.class.getResourceAsStream("/demo/people.json")) {
            if (json == null) {
                throw new IllegalStateException("demo/people.json is not on the class path");
            }
            return People.read(json);
        } catch (IOException broken) {
            throw new IllegalStateException("demo/people.json cannot be read: " + broken.getMessage(), broken);
        }
    }
}
