package org.yiwang.forms.filling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.filling.internal.DraftRowsInMemory;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.filling.internal.SealedJson;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.AssuranceLevel;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.MandateKind;
import org.yiwang.forms.identity.MandatePower;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.Mandate;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.Party;
import org.yiwang.forms.identity.internal.PartyRowsInMemory;
import org.yiwang.forms.material.FileStoreInMemory;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.material.internal.InspectFile;
import org.yiwang.forms.material.internal.SamplePdf;
import org.yiwang.forms.material.internal.UploadRowsInMemory;
import org.yiwang.forms.platform.BoxInMemory;
import org.yiwang.forms.platform.HandClock;
import org.yiwang.forms.platform.Refusal;

class DraftsTest {

    private static final Actor CLERK =
            new Actor(Actor.Kind.OFFICER, 7, "林晓雯", Set.of(Role.CLERK), List.of(), Channel.WINDOW);
    private static final String CASE_NO = "999900202611210000017";

    private final HandClock clock = new HandClock("2026-11-21T01:00:00Z");
    private final BoxInMemory box = new BoxInMemory();
    private final PartyRowsInMemory people = new PartyRowsInMemory();
    private final Parties parties = new Parties(people, box, clock);
    private final FindParty find = new FindParty(parties, people, clock);
    private final Items items = new Items();
    private final DraftRowsInMemory rows = new DraftRowsInMemory();
    private final SealedJson sealed = new SealedJson(box);
    private final FileStoreInMemory store = new FileStoreInMemory();
    private final Materials materials =
            new Materials(new UploadRowsInMemory(), new InspectFile(bytes -> true), store, box, clock);
    private final Drafts drafts = new Drafts(rows, sealed, items, find, materials, clock);
    private final StartDraft start = new StartDraft(items, find, drafts, rows, sealed);
    private final SaveDraft save = new SaveDraft(drafts);
    private final ReadDraft read = new ReadDraft(drafts, rows, items, materials);
    private final AttachMaterial attach = new AttachMaterial(drafts, materials);
    private final DiscardDraft discard = new DiscardDraft(drafts, rows, materials, sealed);
    private final Set<Long> listed = new HashSet<>();
    private final Trust trust = new Trust(listed::contains, find);
    private final PromiseLater promise = new PromiseLater(drafts, trust);
    private final FreezeSubmission freeze = new FreezeSubmission(drafts, rows, find, materials, sealed, clock, trust);
    private final ReadSubmission submissions = new ReadSubmission(rows, sealed, items, materials);
    private final AmendSubmission amend =
            new AmendSubmission(rows, sealed, items, materials, clock, new NamedPeople(find));

    private final Party chen = person("陈静", "999999199304180020", "13800000101");
    private final Party li = person("李建国", "999999194005120033", "13800000102");
    private final Actor chenActor = citizen(chen);
    private final Actor liActor = citizen(li);

    @Test
    void whatIsKnownIsNotAskedAgain() {
        DraftView draft = begin(chenActor);
        assertEquals("陈静", draft.answers().path("name").asText());
        assertEquals("999999199304180020", draft.answers().path("idNumber").asText());
        assertEquals("13800000101", draft.answers().path("phone").asText());
        assertFalse(draft.answers().has("agent"));
        assertEquals(ServiceMethod.PICKUP, draft.service().method());
        assertFalse(draft.toString().contains("陈静"));
    }

    @Test
    void someoneElsesDraftIsNotThere() throws IOException {
        DraftView draft = begin(chenActor);
        MaterialView file = attach(chenActor, draft.id(), "card");
        String unknown = notFound(() -> read.read(chenActor, UUID.randomUUID()));
        assertEquals(unknown, notFound(() -> read.read(liActor, draft.id())));
        assertEquals(unknown, notFound(() -> save.save(liActor, draft.id(), draft.version(), json("{}"))));
        assertEquals(unknown, notFound(() -> attach.attach(liActor, draft.id(), "card", pdf())));
        assertEquals(unknown, notFound(() -> discard.discard(liActor, draft.id())));
        assertEquals(unknown, notFound(() -> freeze.freeze(liActor, draft.id(), CASE_NO)));
        assertEquals(unknown, notFound(() -> read.file(liActor, draft.id(), file.id())));
        assertEquals(unknown, notFound(() -> read.read(CLERK, draft.id())));
    }

    @Test
    void aFileIsReadOnlyInItsOwnDraft() throws IOException {
        DraftView one = begin(chenActor);
        DraftView other = begin(chenActor);
        MaterialView file = attach(chenActor, one.id(), "card");
        assertEquals("证件.pdf", read.file(chenActor, one.id(), file.id()).name());
        assertThrows(Refusal.class, () -> read.file(chenActor, other.id(), file.id()));
    }

    @Test
    void whatWasTypedIsKeptAndItsProblemsAreNamed() {
        DraftView draft = begin(chenActor);
        DraftView saved = save(draft, "{\"idNumber\": \"12\", \"alone\": true, \"since\": \"三年\"}");
        assertEquals("12", saved.answers().path("idNumber").asText());
        assertEquals("陈静", saved.answers().path("name").asText(), "other answers stay");
        assertTrue(saved.problems().stream().anyMatch(problem -> problem.path().contains("idNumber")));
        DraftView hidden = save(saved, "{\"alone\": false}");
        assertFalse(hidden.answers().has("since"), "an answer to a question that is not asked is dropped");
        assertFalse(save(hidden, "{\"phone\": null}").answers().has("phone"));
    }

    @Test
    void anOlderVersionIsRefusedAndChangesNothing() {
        DraftView draft = begin(chenActor);
        DraftView saved = save(draft, "{\"name\": \"陈晶\"}");
        Refusal refusal = assertThrows(Refusal.class, () -> save(draft, "{\"name\": \"别人\"}"));
        assertEquals(Refusal.Kind.STALE, refusal.kind());
        assertEquals(saved.answers(), read.read(chenActor, draft.id()).answers());
    }

    @Test
    void answersAreAnObjectOfReasonableSize() {
        DraftView draft = begin(chenActor);
        assertEquals(
                Refusal.Kind.INVALID,
                assertThrows(Refusal.class, () -> save(draft, "[1]")).kind());
        String long1 = "{\"name\": \"" + "长".repeat(300_000) + "\"}";
        assertEquals(
                Refusal.Kind.TOO_LARGE,
                assertThrows(Refusal.class, () -> save(draft, long1)).kind());
    }

    @Test
    void oneActsForAnotherOnlyUnderAMandateThatHolds() {
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> begin(chenActor, li)).kind());
        mandate();
        DraftView draft = begin(chenActor, li);
        assertEquals("李建国", draft.answers().path("name").asText());
        assertEquals("陈静", draft.answers().path("agent").asText());
        assertEquals("SQ1", draft.basis());
        people.revokeAll();
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> save(draft, "{}")).kind());
        assertEquals(
                Refusal.Kind.FORBIDDEN,
                refusal(() -> freeze.freeze(chenActor, draft.id(), CASE_NO)).kind());
        discard.discard(chenActor, draft.id());
    }

    @Test
    void aKioskServesOnlyThePersonBeforeIt() {
        mandate();
        Actor atKiosk = ActorSource.citizen(chen.id(), "陈*", Channel.KIOSK);
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> begin(atKiosk, li)).kind());
        begin(atKiosk);
    }

    @Test
    void whatOnlyThePrincipalMayDoIsNotDoneForHim() {
        mandate();
        items.principalOnly();
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> begin(chenActor, li)).kind());
    }

    @Test
    void aServiceForCompaniesIsNotBegunByAPerson() {
        items.forOrganisations();
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> begin(chenActor)).kind());
    }

    @Test
    void whoIsNotKnownWellEnoughIsSentToTheWindow() {
        items.atLeast(AssuranceLevel.L3);
        assertEquals(Refusal.Kind.FORBIDDEN, refusal(() -> begin(chenActor)).kind());
        start.startFor(CLERK, Items.CODE, chen.publicId());
    }

    @Test
    void aServiceNotOfferedOnAChannelIsNotBegunThere() {
        Actor program = ActorSource.citizen(chen.id(), "陈*", Channel.API);
        assertEquals("CHANNEL", refusal(() -> begin(program)).code());
        assertEquals(
                Refusal.Kind.NOT_FOUND,
                refusal(() -> start.start(chenActor, ItemCode.of("unknown-item"), Optional.empty()))
                        .kind());
    }

    @Test
    void onlyAClerkBeginsForThePersonPresent() {
        assertEquals(
                Refusal.Kind.FORBIDDEN,
                refusal(() -> start.startFor(liActor, Items.CODE, chen.publicId()))
                        .kind());
        DraftView draft = start.startFor(CLERK, Items.CODE, chen.publicId());
        assertEquals("陈静", draft.applicant().name());
        notFound(() -> read.read(chenActor, draft.id()));
    }

    @Test
    void aDraftFollowsTheNewestVersionAndPointsOutWhatChanged() {
        DraftView draft = begin(chenActor);
        items.publish(Items.FORM.replace("\"zh-CN\": \"电话\"", "\"zh-CN\": \"本人手机\""));
        DraftView seen = read.read(chenActor, draft.id());
        assertEquals(2, seen.item().number());
        assertEquals(List.of("phone"), seen.changed());
        assertEquals(List.of(), save(seen, "{\"phone\": \"13800000109\"}").changed());
    }

    private static String without(String form, String line) {
        return form.lines()
                .filter(one -> !one.contains(line))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
    }

    @Test
    void aQuestionStaysPointedOutUntilItIsAnsweredAnew() {
        DraftView draft = begin(chenActor);
        items.publish(Items.FORM.replace("\"zh-CN\": \"电话\"", "\"zh-CN\": \"本人手机\""));
        DraftView saved = save(draft, "{\"alone\": false}");
        assertEquals(List.of("phone"), saved.changed(), "another page was saved");
        assertEquals(List.of(), save(saved, "{\"phone\": \"13800000109\"}").changed());
    }

    @Test
    void whatNoQuestionTakesAnyMoreIsKeptInWords() {
        DraftView draft = save(begin(chenActor), "{\"alone\": true, \"since\": \"三年\"}");
        items.publish(without(Items.FORM, "\"since\"").replace("是否独居\"}, \"required\": true},", "是否独居\"}}"));
        DraftView seen = read.read(chenActor, draft.id());
        assertFalse(seen.answers().has("since"));
        assertEquals(List.of("多久了=三年"), kept(seen));
        DraftView saved = save(seen, "{\"alone\": false}");
        assertEquals(List.of("多久了=三年"), kept(saved), "however often it is saved");
        assertEquals(List.of("多久了=三年"), kept(read.read(chenActor, draft.id())));
    }

    @Test
    void anAnswerThatTheNewKindOfQuestionCannotShowIsKeptInWords() {
        DraftView draft = save(begin(chenActor), "{\"alone\": true, \"since\": \"三年\"}");
        items.publish(Items.FORM.replace("\"since\", \"type\": \"text\"", "\"since\", \"type\": \"date\""));
        DraftView seen = read.read(chenActor, draft.id());
        assertEquals(List.of("多久了=三年"), kept(seen));
        assertEquals(List.of("since"), seen.changed());
        assertEquals("三年", seen.answers().path("since").asText(), "and stays for check to name");
    }

    @Test
    void anAnswerFollowsItsDataElementToAQuestionOfAnotherName() {
        DraftView draft = save(begin(chenActor), "{\"phone\": \"13800000109\"}");
        items.publish(Items.FORM.replace("\"key\": \"phone\"", "\"key\": \"mobile\""));
        DraftView seen = read.read(chenActor, draft.id());
        assertEquals("13800000109", seen.answers().path("mobile").asText());
        assertEquals(List.of(), kept(seen));
        assertEquals(List.of("mobile"), seen.changed(), "to be looked at");
    }

    @Test
    void anAnswerAskedForByTheDayIsTakenWithTheFirstSave() {
        items.publish(Items.FORM.replace(
                "\"showWhen\": {\"field\": \"alone\", \"is\": true}}",
                "\"showWhen\": {\"field\": \"agent\", \"atMost\": \"today\"}}"));
        DraftView saved = save(begin(chenActor), "{\"agent\": \"2026-11-01\", \"since\": \"三年\"}");
        assertEquals("三年", saved.answers().path("since").asText());
    }

    private static List<String> kept(DraftView draft) {
        return draft.kept().stream()
                .map(one -> one.label().zh() + "=" + one.value().zh())
                .toList();
    }

    private static final String SIGNED = Items.FORM.replace(
            "\"required\": true, \"showWhen\": {\"field\": \"alone\", \"is\": true}}",
            "\"showWhen\": {\"field\": \"alone\", \"is\": true}},"
                    + " {\"key\": \"sign\", \"type\": \"signature\", \"label\": {\"zh-CN\": \"签名\"}, \"required\": true}");

    private static List<String> signature(DraftView draft) {
        return draft.problems().stream()
                .filter(problem -> problem.path().startsWith("answers.sign"))
                .map(problem -> problem.code())
                .toList();
    }

    @Test
    void whoeverIsSignedInSignsUnderHisOwnName() {
        items.publish(SIGNED);
        DraftView draft = begin(chenActor);
        DraftView other = save(draft, "{\"sign\": {\"name\": \"李四\", \"confirmed\": true}}");
        assertEquals(List.of("SIGNATURE_UNCONFIRMED"), signature(other));
        DraftView own = save(other, "{\"sign\": {\"name\": \"陈静\", \"confirmed\": true}}");
        assertEquals(List.of(), signature(own));
        assertEquals(chenActor.key(), own.answers().at("/sign/by").asText());
        assertEquals("TYPED", own.answers().at("/sign/way").asText());
        DraftView again = save(own, "{\"sign\": {\"name\": \"陈静\"}}");
        assertEquals(List.of(), signature(again), "sent back with the page it stands");
        assertEquals(List.of("SIGNATURE_STALE"), signature(save(again, "{\"alone\": true}")));
    }

    @Test
    void nobodyBringsASignatureReadyMade() {
        items.publish(SIGNED);
        DraftView own = save(begin(chenActor), "{\"sign\": {\"name\": \"陈静\", \"confirmed\": true}}");
        String made = own.answers().path("sign").toString().replace("陈静", "李四");
        assertEquals(List.of("SIGNATURE_UNCONFIRMED"), signature(save(own, "{\"sign\": " + made + "}")));
    }

    @Test
    @DisplayName("即办件材料不齐 → 不得受理成承诺件蒙混")
    void everythingThatIsMissingIsSaidAtOnce() {
        DraftView draft = begin(chenActor);
        Refusal refusal = refusal(() -> freeze.freeze(chenActor, draft.id(), CASE_NO));
        assertEquals(Refusal.Kind.INVALID, refusal.kind());
        List<String> paths =
                refusal.problems().stream().map(problem -> problem.path()).toList();
        assertTrue(paths.stream().anyMatch(path -> path.contains("alone")), paths.toString());
        assertTrue(paths.contains("materials.card"), paths.toString());
        assertFalse(paths.contains("materials.licence"), "what the state holds itself is not demanded");
        assertTrue(paths.contains("materials.later"), "what may follow later has to be promised");
    }

    @Test
    void aSignedPromiseStandsForAPaperThatMayFollow() throws IOException {
        DraftView draft = begin(chenActor);
        attach(chenActor, draft.id(), "card");
        DraftView promised = promise(save(draft, "{\"alone\": false}"), "later", 3, "陈静");
        assertEquals(1, promised.promises().later().size());
        Submission frozen = freeze.freeze(chenActor, draft.id(), CASE_NO).submission();
        assertEquals("later", frozen.promises().later().get(0).material());
        assertEquals(List.of(), frozen.uncovered());
        assertEquals(
                promised.promises(),
                submissions.read(frozen.id()).promises(),
                "what was signed stays as it was signed");
    }

    @Test
    void aPromiseIsAboutWhatMayFollowAndIsSigned() throws IOException {
        DraftView draft = begin(chenActor);
        assertEquals(List.of("NOT_DEFERRABLE"), codes(() -> promise(draft, "card", 3, "陈静")));
        assertEquals(List.of("SIGNATURE"), codes(() -> promise(draft, "later", 3, "别人")));
        assertEquals(List.of("TOO_LONG"), codes(() -> promise(draft, "later", 0, "陈静")));
    }

    @Test
    @DisplayName("失信人 → 拒")
    void nobodysWordIsTakenWhoIsListed() throws IOException {
        DraftView draft = begin(chenActor);
        attach(chenActor, draft.id(), "card");
        DraftView promised = promise(save(draft, "{\"alone\": false}"), "later", 3, "陈静");
        listed.add(chen.id());
        assertEquals(
                "CREDIT_LISTED",
                refusal(() -> promise(promised, "later", 2, "陈静")).code());
        assertEquals(
                "CREDIT_LISTED",
                refusal(() -> freeze.freeze(chenActor, draft.id(), CASE_NO)).code());
        attach(chenActor, draft.id(), "later");
        assertTrue(
                freeze.freeze(chenActor, draft.id(), CASE_NO)
                        .submission()
                        .promises()
                        .none(),
                "the paper will do");
    }

    @Test
    void anAgentPromisesOnlyWithThatPower() throws IOException {
        people.add(new Mandate(
                "SQ2",
                li.id(),
                chen.id(),
                MandateKind.ENTRUSTED,
                LocalDate.of(2024, 1, 1),
                null,
                Set.of(MandatePower.APPLY),
                Set.of()));
        DraftView draft = begin(chenActor, li);
        assertEquals("NO_POWER", refusal(() -> promise(draft, "later", 3, "陈静")).code());
    }

    private DraftView promise(DraftView draft, String material, int days, String signature) {
        return promise.promise(
                chenActor,
                draft.id(),
                draft.version(),
                new PromiseLater.Wish(List.of(new Promises.Later(material, days, "正在补办")), false, signature));
    }

    private static List<String> codes(Executable refused) {
        return refusal(refused).problems().stream()
                .map(problem -> problem.code())
                .toList();
    }

    @Test
    void submittingPinsTheVersionAndTakesAnswersFilesAndKeyAlong() throws IOException {
        mandate();
        DraftView draft = complete(begin(chenActor, li));
        Submission frozen = freeze.freeze(chenActor, draft.id(), CASE_NO).submission();
        items.publish(Items.FORM.replace("\"zh-CN\": \"电话\"", "\"zh-CN\": \"本人手机\""));
        Submission submission = submissions.read(frozen.id());
        assertEquals(1, submission.item().number());
        assertEquals("李建国", submission.applicant().name());
        assertEquals("999999194005120033", submission.applicant().number());
        assertEquals(LocalDate.of(1940, 5, 12), submission.applicant().birthDate());
        assertEquals("陈静", submission.operator().name());
        assertEquals("SQ1", submission.basis());
        assertEquals(frozen.answers(), submission.answers());
        assertEquals(2, submission.materials().size());
        MaterialView file = submission.materials().get(0);
        assertEquals(
                "application/pdf", materials.read("case:" + CASE_NO, file.id()).type());
        assertThrows(Refusal.class, () -> materials.read("draft:" + draft.id(), file.id()));
    }

    @Test
    void submittingTwiceAnswersWithTheFirstCase() throws IOException {
        DraftView draft = complete(begin(chenActor));
        freeze.freeze(chenActor, draft.id(), CASE_NO);
        assertEquals(
                Optional.of(CASE_NO),
                freeze.freeze(chenActor, draft.id(), "another").already());
        assertEquals(Optional.of(CASE_NO), read.read(chenActor, draft.id()).caseNo());
    }

    @Test
    void whatIsSubmittedIsNoLongerChanged() throws IOException {
        DraftView draft = complete(begin(chenActor));
        freeze.freeze(chenActor, draft.id(), CASE_NO);
        DraftView after = read.read(chenActor, draft.id());
        assertEquals("DRAFT_SUBMITTED", refusal(() -> save(after, "{}")).code());
        assertEquals(
                "DRAFT_SUBMITTED",
                refusal(() -> attach(chenActor, draft.id(), "card")).code());
        assertEquals(
                "DRAFT_SUBMITTED",
                refusal(() -> discard.discard(chenActor, draft.id())).code());
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasThere() throws IOException {
        DraftView draft = complete(begin(chenActor));
        Submission frozen = freeze.freeze(chenActor, draft.id(), CASE_NO).submission();
        MaterialView added = materials.add(chenActor, "case:" + CASE_NO, frozen.keyId(), "", pdf());
        assertEquals(2, submissions.read(frozen.id()).materials().size(), "not a material until it stands for one");
        amend.amend(
                chenActor,
                frozen.id(),
                json("{\"phone\": \"13800000199\"}"),
                List.of(new AmendSubmission.NewMaterial("card", added.id(), "case:" + CASE_NO)));
        Submission amended = submissions.read(frozen.id());
        assertEquals("13800000199", amended.answers().path("phone").asText());
        assertEquals(
                List.of(added.id()),
                amended.materials().stream()
                        .filter(file -> file.requirement().equals("card"))
                        .map(MaterialView::id)
                        .toList());
        assertEquals(1, rows.amendments());
        assertThrows(Refusal.class, () -> amend.amend(chenActor, frozen.id(), json("{\"phone\": \"1\"}"), List.of()));
        assertThrows(
                Refusal.class,
                () -> amend.amend(
                        chenActor,
                        frozen.id(),
                        json("{}"),
                        List.of(new AmendSubmission.NewMaterial("card", added.id(), "case:another"))));
    }

    @Test
    @DisplayName("电子送达须同意")
    void howToBeServedIsCheckedAgainstWhatTheServiceOffers() {
        DraftView draft = begin(chenActor);
        assertEquals(
                List.of("service.address", "service.phone"),
                paths(() -> choose(draft, new ServiceChoice(ServiceMethod.POST, " ", "", false))));
        assertEquals(
                List.of("service.eServiceConsent"),
                paths(() -> choose(draft, new ServiceChoice(ServiceMethod.ELECTRONIC, "", "", false))));
        assertEquals(List.of("service.method"), paths(() -> choose(draft, new ServiceChoice(null, "", "", false))));
        ServiceChoice post = new ServiceChoice(ServiceMethod.POST, "东湖路6号", "13800000101", false);
        assertEquals(post, choose(draft, post).service());
    }

    @Test
    void aFileForNothingThatIsAskedIsRefused() {
        DraftView draft = begin(chenActor);
        assertEquals(
                Refusal.Kind.NOT_FOUND,
                refusal(() -> attach(chenActor, draft.id(), "unasked")).kind());
        assertEquals(0, store.size());
    }

    @Test
    void aSuspendedServiceKeepsDraftsButTakesNeitherNewOnesNorSubmissions() throws IOException {
        DraftView draft = complete(begin(chenActor));
        items.stands(new ItemStanding(
                ItemStanding.State.SUSPENDED, 1, Optional.empty(), "系统升级", "到街道窗口办理", Optional.empty()));
        Refusal start = refusal(() -> begin(chenActor));
        assertEquals("ITEM_SUSPENDED", start.code());
        assertTrue(start.getMessage().contains("到街道窗口办理"), "where to go instead");
        assertEquals(
                "ITEM_SUSPENDED",
                refusal(() -> freeze.freeze(chenActor, draft.id(), CASE_NO)).code());
        assertEquals(draft.answers(), read.read(chenActor, draft.id()).answers(), "what was filled in is there");
        items.stands(ItemStanding.IN_USE);
        assertEquals(
                Optional.empty(), freeze.freeze(chenActor, draft.id(), CASE_NO).already());
    }

    @Test
    void aDiscardedDraftIsGoneWithItsFilesAndKey() throws IOException {
        DraftView draft = begin(chenActor);
        attach(chenActor, draft.id(), "card");
        assertFalse(store.shows("%PDF"), "files lie sealed");
        long key = rows.find(draft.id()).orElseThrow().keyId();
        discard.discard(chenActor, draft.id());
        notFound(() -> read.read(chenActor, draft.id()));
        assertFalse(box.holds(key));
    }

    private DraftView begin(Actor actor) {
        return start.start(actor, Items.CODE, Optional.empty());
    }

    private DraftView begin(Actor actor, Party principal) {
        return start.start(actor, Items.CODE, Optional.of(principal.publicId()));
    }

    private DraftView complete(DraftView draft) throws IOException {
        attach(chenActor, draft.id(), "card");
        attach(chenActor, draft.id(), "later");
        return save(draft, "{\"alone\": false}");
    }

    private DraftView save(DraftView draft, String answers) {
        return save.save(chenActor, draft.id(), draft.version(), json(answers));
    }

    private DraftView choose(DraftView draft, ServiceChoice choice) {
        return save.chooseService(chenActor, draft.id(), draft.version(), choice);
    }

    private MaterialView attach(Actor actor, UUID draft, String requirement) throws IOException {
        return attach.attach(actor, draft, requirement, pdf());
    }

    private static Upload pdf() throws IOException {
        return new Upload("证件.pdf", new ByteArrayInputStream(SamplePdf.plain()));
    }

    private void mandate() {
        people.add(new Mandate("SQ1", li.id(), chen.id(), MandateKind.FAMILY, LocalDate.of(2024, 1, 1), null));
    }

    private Party person(String name, String number, String phone) {
        return parties.add(PartyKind.PERSON, name, IdType.ID_CARD, number, phone, AssuranceLevel.L2);
    }

    private static Actor citizen(Party party) {
        return ActorSource.citizen(party.id(), party.maskedName(), Channel.WEB);
    }

    private static Refusal refusal(Executable refused) {
        return assertThrows(Refusal.class, refused);
    }

    private static String notFound(Executable refused) {
        Refusal refusal = refusal(refused);
        assertEquals(Refusal.Kind.NOT_FOUND, refusal.kind());
        return refusal.getMessage();
    }

    private static List<String> paths(Executable refused) {
        return refusal(refused).problems().stream()
                .map(problem -> problem.path())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
