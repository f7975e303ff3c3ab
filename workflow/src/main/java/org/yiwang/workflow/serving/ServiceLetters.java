package org.yiwang.workflow.serving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.platform.Simulation;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.OpenCase.Paper;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.ServiceWay;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.serving.spi.AfterService;

/** 文书送达: how each letter of a case was served; every one once, with a record and, on paper, a 送达回证. */
@ApplicationScoped
public class ServiceLetters {

    private static final String ACCOUNT = "受送达人在本平台的账号（受送达人确认的电子送达地址）";

    @Inject
    FindParty parties;

    @Inject
    @Any
    jakarta.enterprise.inject.Instance<AfterService> followers;

    /**
     * Is there an account in which a document arrives? At a kiosk the person stands before it; otherwise the applicant or
     * whoever submitted for him must have one.
     */
    public boolean reaches(OpenCase open) {
        // Whoever is played in a simulation has no account and needs none.
        return Simulation.running()
                || open.file().channel() == Channel.KIOSK
                || parties.reachable(open.file().applicantId(), open.file().operatorId());
    }

    /** 电子送达: these arrived in the applicant's account; the day of arrival is the day of service. */
    void arrive(OpenCase open, List<Paper> papers) {
        served(open, papers, ServiceWay.ELECTRONIC, OpenCase.body().put("place", ACCOUNT));
    }

    /** Writes down that these were served now, or at the instant {@code at} names. */
    public void served(OpenCase open, List<Paper> papers, ServiceWay way, ObjectNode words) {
        for (Paper paper : papers) {
            notice(open, paper).forEach(notice -> end(open, notice, "OVERTAKEN"));
            ObjectNode said = words.deepCopy();
            if (!said.has("at")) {
                said.put("at", open.now().toString());
            }
            open.note(RecordKind.SERVICE, paper.id().toString(), way.name(), null, false, said);
            begins(open, paper, Instant.parse(said.path("at").asText()));
        }
        if (open.owed().isEmpty()) {
            open.clocks().stop(ClockKind.DELIVER, Serving.LETTER, open.now());
        }
    }

    /** 送达之后: what begins with the service of this letter. */
    void begins(OpenCase open, Paper paper, Instant at) {
        followers.forEach(follower -> follower.served(open, paper, at));
    }

    /** A public notice of this letter that runs. */
    static List<CaseRecord> notice(OpenCase open, Paper paper) {
        return open.records(RecordKind.SERVICE).stream()
                .filter(r -> r.open() && r.stepKey().equals(paper.id().toString()))
                .toList();
    }

    static void end(OpenCase open, CaseRecord notice, String outcome) {
        ObjectNode words = (ObjectNode) open.words(notice);
        open.closeRecord(notice, outcome, words.put("at", open.now().toString()));
        open.clocks().stop(ClockKind.NOTICE, notice.stepKey(), open.now());
    }

    /**
     * 送达回证 (W09) of one act of service.
     *
     * @param words what was said of it: place, receiver, relation, refusal, witness, … as far as there is any
     * @param servers names of those who served, or of the platform
     */
    public void receipt(OpenCase open, List<Paper> papers, ServiceWay way, ObjectNode words, String servers) {
        if (papers.isEmpty()) {
            return;
        }
        ObjectNode data = OpenCase.body();
        ObjectNode serving = words.deepCopy();
        serving.put("code", way.name()).put("way", way.chinese()).put("servers", servers);
        serving.put("place", words.path("place").asText(ACCOUNT));
        serving.put(
                "at",
                LetterDate.moment(
                        words.has("at") ? Instant.parse(words.path("at").asText()) : open.now()));
        list(serving.putArray("documents"), papers);
        data.set("serving", serving);
        UUID other = papers.get(0).addressee();
        open.records(RecordKind.INTERESTED_PARTY).stream()
                .filter(entry -> entry.id().equals(other))
                .findFirst()
                .ifPresentOrElse(
                        entry -> open.letterTo(entry, DocumentKind.SERVICE_RECEIPT, data),
                        () -> open.letter(DocumentKind.SERVICE_RECEIPT, DocumentKind.SERVICE_RECEIPT.template(), data));
    }

    public static void list(ArrayNode documents, List<Paper> papers) {
        papers.forEach(
                paper -> documents.addObject().put("title", paper.title()).put("number", paper.number()));
    }
}
