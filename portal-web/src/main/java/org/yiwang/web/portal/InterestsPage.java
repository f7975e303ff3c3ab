package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.interest.ReadInterests;

/** 与我有关的办件: of others, in which the person signed in was told that his great interests are touched. */
@Named("interestsPage")
@RequestScoped
@At("/my/interests")
public class InterestsPage implements OwnPage {

    @Inject
    ReadInterests read;

    @Inject
    Page page;

    private List<ReadInterests.Matter> matters = List.of();

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("interest.title"));
        matters = read.mine(visit.actor());
        return Reply.show("interests");
    }

    public List<ReadInterests.Matter> getMatters() {
        return matters;
    }
}
