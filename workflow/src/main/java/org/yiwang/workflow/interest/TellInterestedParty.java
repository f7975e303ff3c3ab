package org.yiwang.workflow.interest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.Masked;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.serving.spi.AfterService;

/**
 * 告知利害关系人: whoever examines finds that it touches great interests of somebody else and tells him in writing that he may
 * be heard (行政许可法 §36) and, where it is so, ask for a hearing (§47). His five workdays begin when the notice is served on
 * him. His number is kept sealed, and as a keyed hash by which he finds the matter with his own account.
 */
@ApplicationScoped
public class TellInterestedParty implements ActionUseCase<TellInterestedParty.Interested>, AfterService {

    /** 陈述申辩、申请听证的期限 (行政许可法 §47, §82; for §36 the law names none, the same is given). */
    private static final Span TO_STATE = new Span(5, LimitUnit.WORKDAY);

    private static final String LAW = "《中华人民共和国行政许可法》第三十六条";
    private static final String HEARING_LAW = "《中华人民共和国行政许可法》第四十七条";

    @Inject
    CaseDesk desk;

    @Inject
    FindParty parties;

    @Inject
    InterestedAccount account;

    /**
     * 利害关系人.
     *
     * @param contact address or telephone at which the notice reaches him
     * @param idType of his number; an identity card when missing
     * @param number may be left out; without it he cannot use his own account
     * @param ground which great interest of his is touched, and how
     * @param hearing may he ask for a hearing (§47)?
     */
    public record Interested(
            String name, String contact, IdType idType, String number, String ground, Boolean hearing) {}

    @Override
    public CaseAction action() {
        return CaseAction.TELL_INTERESTED_PARTY;
    }

    @Override
    public Class<Interested> fields() {
        return Interested.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Interested> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.TELL_INTERESTED_PARTY);
        open.sees(asked.seenVersion());
        Interested given = asked.fields();
        Optional<FindParty.Named> named = named(given);
        ObjectNode said = checked(open, given, named);
        open.move(CaseAction.TELL_INTERESTED_PARTY, CaseStatus.IN_REVIEW);
        String hash = named.map(FindParty.Named::hash).orElse("");
        CaseRecord entry = open.note(RecordKind.INTERESTED_PARTY, hash, "TOLD", null, true, said);
        open.involves(Arrays.stream(open.file().involved().split(" "))
                .filter(known -> !known.isBlank())
                .collect(Collectors.toSet()));
        open.event(
                EventType.INTERESTED_PARTY_TOLD,
                OpenCase.body().put("party", entry.id().toString()));
        ObjectNode data = OpenCase.body();
        ObjectNode interest = data.putObject("interest")
                .put("applicant", open.file().applicantMasked())
                .put("ground", said.path("ground").asText().replaceAll("[。.]+$", ""));
        interest.put("basis", licence(open) ? LAW : bases(open));
        if (said.path("hearing").asBoolean()) {
            interest.put("hearingBasis", licence(open) ? HEARING_LAW : bases(open));
        }
        open.letterTo(entry, DocumentKind.INTERESTED_PARTY_NOTICE, data);
        account.tell(open, said, "interest.told");
        open.tellApplicant("interest.begun", OpenCase.body());
        return desk.close(open);
    }

    private static boolean licence(OpenCase open) {
        return open.item().powerType() == PowerType.LICENSE;
    }

    /** 行政许可法 speaks of licences alone; elsewhere the item's own law has to. */
    private static String bases(OpenCase open) {
        return open.item().legalBases().stream()
                .map(basis -> "《" + basis.law() + "》" + basis.article())
                .collect(Collectors.joining("、"));
    }

    private Optional<FindParty.Named> named(Interested given) {
        boolean known = given.number() != null && !given.number().isBlank();
        return known ? Optional.of(parties.naming(type(given), given.number(), name(given))) : Optional.empty();
    }

    private static IdType type(Interested given) {
        return given.idType() == null ? IdType.ID_CARD : given.idType();
    }

    private static String name(Interested given) {
        return given.name() == null ? "" : given.name().strip();
    }

    private ObjectNode checked(OpenCase open, Interested given, Optional<FindParty.Named> named) {
        Words words = new Words()
                .required("name", "姓名或者名称", given.name())
                .required("contact", "联系地址和电话", given.contact())
                .required("ground", "直接关系的重大利益", given.ground());
        named.ifPresent(found -> notTwice(open, found, words));
        ObjectNode said = words.checked();
        said.put("hearing", Boolean.TRUE.equals(given.hearing()));
        named.ifPresent(found -> said.put("idType", type(given).name())
                .put("number", given.number().strip())
                .put("idMasked", found.maskedNumber()));
        return said.put("masked", named.map(FindParty.Named::maskedName).orElseGet(() -> Masked.name(name(given))));
    }

    /** Neither the applicant's own side nor anybody who has been told already. */
    private void notTwice(OpenCase open, FindParty.Named found, Words words) {
        boolean applicant = parties.isParty(
                found.hash(), open.file().applicantId(), open.file().operatorId());
        boolean told = open.records(RecordKind.INTERESTED_PARTY).stream()
                .anyMatch(entry -> entry.stepKey().equals(found.hash()));
        if (applicant) {
            words.problem("number", "APPLICANT", "这是申请人一方的号码；利害关系人是申请人以外的人。");
        } else if (told) {
            words.problem("number", "TOLD_ALREADY", "已经告知过这位利害关系人，不用再次告知。");
        }
    }

    /** The notice is served on him: from now on he has five workdays. */
    @Override
    public void served(OpenCase open, Paper paper, Instant at) {
        if (paper.kind() != DocumentKind.INTERESTED_PARTY_NOTICE) {
            return;
        }
        open.records(RecordKind.INTERESTED_PARTY).stream()
                .filter(entry -> entry.id().equals(paper.addressee()) && entry.open() && entry.dueOn() == null)
                .forEach(entry -> {
                    String ref = entry.id().toString();
                    open.clocks().start(ClockKind.INTEREST, ref, TO_STATE, LAW, at);
                    open.amendRecord(
                            entry,
                            entry.outcome(),
                            open.dueOn(ClockKind.INTEREST, ref).orElseThrow(),
                            (ObjectNode) open.words(entry));
                    open.touch();
                });
    }
}
