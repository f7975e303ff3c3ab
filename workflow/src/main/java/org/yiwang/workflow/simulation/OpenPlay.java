package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.filling.AttachMaterial;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.filling.StartDraft;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.identity.PlayParty;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.RunSimulation;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.SubmitBundle;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.Prospects;
import org.yiwang.workflow.casefile.SubmittedCase;
import org.yiwang.workflow.intake.SubmitCase;

/** 开场: a made-up applicant fills in the form, hands in a page for each material, and submits. */
@ApplicationScoped
class OpenPlay {

    private static final String ADDRESS = "推演路1号";
    private static final String PHONE = "13800138000";

    @Inject
    RunSimulation run;

    @Inject
    PlayParty people;

    @Inject
    StartDraft start;

    @Inject
    SaveDraft save;

    @Inject
    AttachMaterial attach;

    @Inject
    SubmitCase submit;

    @Inject
    SubmitBundle bundles;

    @Inject
    Prospects prospects;

    @Inject
    Cast cast;

    @Inject
    Stage stage;

    /**
     * 申请.
     *
     * @param kind null for whom the item is for
     * @param materials null for all mandatory ones
     * @param service null for electronically where the item offers it
     */
    record Application(PartyKind kind, ObjectNode answers, List<String> materials, ServiceMethod service) {}

    /** The refusal of an application that is not in order goes on to the caller; there is no case then. */
    PlayedCase open(ItemVersion item, Application application) {
        Actor applicant = applicant(item, application.kind());
        SubmittedCase submitted = run.step(() -> submitted(item, applicant, application));
        PlayedCase played = new PlayedCase(item, applicant, cast.with(applicant), new CaseNo(submitted.caseNo()));
        stage.afterwards(played);
        stage.look(played);
        return played;
    }

    private Actor applicant(ItemVersion item, PartyKind asked) {
        PartyKind kind = asked != null
                ? asked
                : item.audience().contains(Audience.PERSON) ? PartyKind.PERSON : PartyKind.ORGANISATION;
        Actor made = run.step(() -> people.of(kind));
        Channel channel = Stream.of(Channel.WEB, Channel.WINDOW, Channel.KIOSK)
                .filter(item::offers)
                .findFirst()
                .orElse(Channel.WEB);
        return new Actor(made.kind(), made.id(), made.name(), made.roles(), made.posts(), channel);
    }

    /** The same for an errand. */
    PlayedErrand openErrand(ItemVersion item, Application application) {
        Actor applicant = applicant(item, application.kind());
        BundleView submitted = run.step(() -> bundles.submit(applicant, draft(item, applicant, application)));
        PlayedErrand played = new PlayedErrand(
                item,
                applicant,
                cast.with(applicant),
                new CaseNo(submitted.bundleNo()),
                errand -> no -> begun(errand, no));
        submitted.members().stream()
                .map(BundleView.Member::caseNo)
                .filter(java.util.Objects::nonNull)
                .forEach(played::of);
        stage.afterwards(played);
        return played;
    }

    private PlayedCase begun(PlayedErrand errand, String no) {
        CaseNo caseNo = new CaseNo(no);
        Prospects.Outlook outlook = prospects.of(caseNo, errand.cast);
        PlayedCase begun = new PlayedCase(outlook.file().item(), errand.applicant, errand.cast, caseNo, errand);
        begun.outlook = outlook;
        return begun;
    }

    private SubmittedCase submitted(ItemVersion item, Actor applicant, Application application) {
        return submit.submit(applicant, draft(item, applicant, application));
    }

    private UUID draft(ItemVersion item, Actor applicant, Application application) {
        DraftView draft = start.start(applicant, item.code(), Optional.empty());
        draft = save.save(applicant, draft.id(), draft.version(), application.answers());
        draft = save.chooseService(applicant, draft.id(), draft.version(), service(item, application.service()));
        for (String material : materials(item, draft.answers(), application.materials())) {
            Upload page = new Upload(SamplePage.NAME, new ByteArrayInputStream(SamplePage.pdf()));
            attach.attach(applicant, draft.id(), material, page);
        }
        return draft.id();
    }

    private static List<String> materials(ItemVersion item, ObjectNode answers, List<String> asked) {
        return asked != null
                ? asked
                : item.materials().stream()
                        .filter(material -> material.mandatory(answers))
                        .map(MaterialRequirement::key)
                        .toList();
    }

    private static ServiceChoice service(ItemVersion item, ServiceMethod asked) {
        List<ServiceMethod> offered = item.serviceMethods();
        ServiceMethod method = asked != null
                ? asked
                : offered.contains(ServiceMethod.ELECTRONIC) || offered.isEmpty()
                        ? ServiceMethod.ELECTRONIC
                        : offered.get(0);
        boolean post = method == ServiceMethod.POST;
        return new ServiceChoice(method, post ? ADDRESS : "", post ? PHONE : "", method == ServiceMethod.ELECTRONIC);
    }
}
