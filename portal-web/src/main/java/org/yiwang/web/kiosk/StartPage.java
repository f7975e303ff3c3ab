package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.search.SearchHit;
import org.yiwang.forms.catalogue.search.SearchItems;
import org.yiwang.forms.catalogue.search.SearchQuery;
import org.yiwang.forms.identity.Channel;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.web.security.KioskDoor;

/** 起始屏: what can be done here. Whoever comes back to it with a session open has not ended it: it ends now. */
@Named("kioskStart")
@RequestScoped
@At("/kiosk")
public class StartPage implements KioskPage {

    private static final int MOST = 200;

    @Inject
    SearchItems items;

    @Inject
    KioskDoor door;

    @Inject
    Page page;

    private String said = "";
    private String text = "";

    @Override
    public boolean needsCard() {
        return false;
    }

    @Override
    public Reply get(Visit visit) {
        if (visit.actor().citizen()) {
            door.close("LEFT", visit.request(), visit.response());
            return visit.go("/kiosk?said=done");
        }
        said = visit.param("said").matches("done|idle|setup") ? visit.param("said") : "";
        text = visit.param("q");
        page.setTitle(page.t("kiosk.start"));
        return Reply.show("kiosk/start");
    }

    /** The services that people can have at a kiosk, all or those that the words find. */
    public List<ItemSummary> getItems() {
        SearchQuery query = new SearchQuery(text, Audience.PERSON, null, Channel.KIOSK, null);
        return items.find(query, null, MOST).hits().stream()
                .map(SearchHit::item)
                .toList();
    }

    public String getText() {
        return text;
    }

    public String getSaid() {
        return said;
    }
}
