package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.workflow.credit.AskAboutEntry;
import org.yiwang.workflow.credit.DishonestyEntry;
import org.yiwang.workflow.credit.EntryState;
import org.yiwang.workflow.credit.ReadDishonesty;
import org.yiwang.workflow.credit.RequestKind;

/** 我的信用记录: the entries about the person signed in and those he acts for, and how to come off the list. */
@Named("creditPage")
@RequestScoped
@At("/my/credit")
public class CreditPage implements OwnPage {

    @Inject
    ReadDishonesty read;

    @Inject
    AskAboutEntry ask;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private List<DishonestyEntry> entries = List.of();
    private Visit visit;

    @Override
    public Reply get(Visit coming) {
        open(coming);
        return Reply.show("credit");
    }

    private void open(Visit coming) {
        visit = coming;
        page.setTitle(page.t("credit.title"));
        entries = read.mine(visit.actor());
    }

    @Override
    public Reply post(Visit coming) {
        visit = coming;
        String id = visit.param("entry");
        RequestKind kind = Stream.of(RequestKind.values())
                .filter(one -> one.name().equals(visit.param("kind")))
                .findFirst()
                .orElse(null);
        try {
            once.run(
                    visit,
                    () -> ask.ask(
                            visit.actor(),
                            Uuids.parse(id, "这条信用记录"),
                            new AskAboutEntry.Request(kind, visit.param("text"))));
        } catch (Refusal refusal) {
            Reply.passOn(refusal);
            open(coming);
            page.trouble(refusal, path -> path.isEmpty() ? "" : path + "-" + id);
            return Reply.refused("credit", refusal);
        }
        return visit.go("/my/credit?said=creditAsked");
    }

    public List<DishonestyEntry> getEntries() {
        return entries;
    }

    public boolean isAsked() {
        return visit.param("said").equals("creditAsked");
    }

    public boolean open(DishonestyEntry entry) {
        return entry.state() == EntryState.LISTED && entry.pending() == null;
    }

    /** What was typed about this entry before a refusal. */
    public String typed(DishonestyEntry entry, String name) {
        return visit.param("entry").equals(entry.id().toString()) ? visit.param(name) : "";
    }
}
