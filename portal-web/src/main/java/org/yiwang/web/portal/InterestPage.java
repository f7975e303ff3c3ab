package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.workflow.interest.ReadInterests;
import org.yiwang.workflow.interest.StateInterest;
import org.yiwang.workflow.interest.Statement;

/** 陈述申辩: what an interested party was told, and what he has to say to it. */
@Named("interestPage")
@RequestScoped
@At("/my/interests/{id}")
public class InterestPage implements OwnPage {

    @Inject
    ReadInterests read;

    @Inject
    StateInterest state;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private ReadInterests.Matter matter;
    private String statement = "";
    private String hearing = "";
    private String waived = "";
    private boolean said;

    @Override
    public Reply get(Visit visit) {
        said = visit.param("said").equals("interestStated");
        return show(visit, Reply.show("interest"));
    }

    private Reply show(Visit visit, Reply reply) {
        matter = read.one(visit.actor(), id(visit));
        page.setTitle(page.t("interest.of"));
        return reply;
    }

    private static UUID id(Visit visit) {
        return Uuids.parse(visit.variable("id"), "这项告知");
    }

    @Override
    public Reply post(Visit visit) {
        statement = visit.param("statement");
        hearing = visit.param("hearing");
        waived = visit.param("waived");
        UUID id = id(visit);
        try {
            once.run(
                    visit,
                    () -> state.state(
                            visit.actor(), id, new Statement(statement, !hearing.isEmpty(), !waived.isEmpty())));
        } catch (Refusal refusal) {
            Reply.passOn(refusal);
            page.trouble("statement", refusal);
            return show(visit, Reply.refused("interest", refusal));
        }
        return visit.go("/my/interests/" + id + "?said=interestStated");
    }

    public ReadInterests.Matter getMatter() {
        return matter;
    }

    public String getStatement() {
        return statement;
    }

    public String getHearing() {
        return hearing;
    }

    public String getWaived() {
        return waived;
    }

    public boolean isSaid() {
        return said;
    }
}
