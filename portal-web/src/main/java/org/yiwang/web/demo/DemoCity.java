package org.yiwang.web.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.filling.AttachMaterial;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.ReadDraft;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.filling.StartDraft;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.ConfirmIdentity;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandateView;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.identity.SignIn;
import org.yiwang.forms.identity.SignedIn;
import org.yiwang.forms.material.Upload;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.intake.SubmitCase;

/** 演示人物: the people of the demo city and what they can do, each through the use case a page would call. */
@ApplicationScoped
class DemoCity {

    static final String PASSWORD = "yiwang-demo-2026";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");

    @Inject
    Clock clock;

    @Inject
    SignIn signIn;

    @Inject
    ConfirmIdentity confirmIdentity;

    @Inject
    FindParty parties;

    @Inject
    StartDraft start;

    @Inject
    SaveDraft save;

    @Inject
    ReadDraft reading;

    @Inject
    AttachMaterial attach;

    @Inject
    SubmitCase submit;

    @Inject
    CaseActions actions;

    @Inject
    ReadCase read;

    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    Actor person(String login) {
        return actors.computeIfAbsent(login, l -> signedIn(l, Channel.WEB));
    }

    Actor officer(String login) {
        return actors.computeIfAbsent(login, l -> signedIn(l, Channel.WINDOW));
    }

    private Actor signedIn(String login, Channel channel) {
        SignedIn signedIn = signIn.signIn(login, PASSWORD, channel);
        tokens.put(signedIn.actor().key(), signedIn.token());
        return signedIn.actor();
    }

    /** Whoever decides gives his password once more, as on the page. */
    private Proof proof(Actor who, CaseAction action) {
        if (action != CaseAction.DECIDE) {
            return Proof.NONE;
        }
        String token = tokens.get(who.key());
        return new Proof(token, confirmIdentity.confirm(who, token, PASSWORD).confirmation());
    }

    /** Applies with the answers of the package's own granted test, for the first principal when {@code forAnother}. */
    CaseNo apply(Actor who, String item, boolean forAnother, ServiceMethod method) {
        Optional<UUID> principal = forAnother
                ? parties.mandates(who).stream()
                        .map(MandateView::principal)
                        .map(p -> p.id())
                        .findFirst()
                : Optional.empty();
        DraftView draft = start.start(who, new ItemCode(item), principal);
        draft = save.save(who, draft.id(), draft.version(), answers(item));
        for (MaterialRequirement requirement : draft.item().materialsFor(draft.answers())) {
            if (requirement.necessity() != Necessity.OPTIONAL) {
                attach.attach(
                        who,
                        draft.id(),
                        requirement.key(),
                        new Upload(requirement.key() + ".pdf", new ByteArrayInputStream(sample())));
            }
        }
        boolean electronic = method == ServiceMethod.ELECTRONIC;
        draft = save.chooseService(
                who,
                draft.id(),
                reading.read(who, draft.id()).version(),
                new ServiceChoice(method, electronic ? null : "云州市云东区东湖路 18 号", "13800000000", electronic));
        return new CaseNo(submit.submit(who, draft.id()).caseNo());
    }

    CaseView act(Actor who, CaseNo no, CaseAction action, String payload) {
        CaseView now = read.read(who, no);
        CaseView.Work mine = now.workItems().stream()
                .filter(w -> w.yours() && !w.suspended() && !w.role().isEmpty())
                .findFirst()
                .orElse(null);
        boolean onWork = action == CaseAction.CLAIM || action == CaseAction.REVIEW || action == CaseAction.TRANSFER;
        return actions.perform(
                who,
                no,
                new ActionRequest(
                        action,
                        onWork && mine != null ? mine.version() : now.version(),
                        mine == null ? null : mine.id(),
                        json(payload),
                        proof(who, action)));
    }

    /** The package's granted answers, its plans moved to the day of the story; birthdays stay. */
    private JsonNode answers(String item) {
        try (InputStream test = resource("packages/" + item + "/tests/granted.json")) {
            JsonNode granted = JSON.readTree(test);
            LocalDate written = LocalDate.parse(granted.path("today").asText());
            long days = ChronoUnit.DAYS.between(written, LegalDay.of(clock.instant()));
            String moved = DAY.matcher(granted.path("answers").toString()).replaceAll(found -> {
                LocalDate day = LocalDate.parse(found.group());
                return (day.isBefore(written.minusYears(1)) ? day : day.plusDays(days)).toString();
            });
            return JSON.readTree(moved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sample() {
        try (InputStream pdf = resource("demo/sample.pdf")) {
            return pdf.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String path) {
        InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(path);
        if (found == null) {
            throw new IllegalStateException("missing in the war: " + path);
        }
        return found;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
