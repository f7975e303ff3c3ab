package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.catalogue.Guide;
import org.yiwang.workflow.clock.ClockKind;

/** 送达视图: how letters and result reach the applicant, as all may see it who see the case. */
final class ServingViews {

    private ServingViews() {}

    static CaseView.Service service(OpenCase open) {
        return new CaseView.Service(
                open.file().serviceMethod().name(), open.file().electronic(), pickup(open), parcel(open));
    }

    private static CaseView.Pickup pickup(OpenCase open) {
        if (open.file().status() != CaseStatus.AWAITING_PICKUP) {
            return null;
        }
        Guide.Place place = open.item().guide().places().stream().findFirst().orElse(null);
        return new CaseView.Pickup(
                place == null ? "政务服务中心综合窗口" : place.name().zh(),
                place == null ? "" : place.address().zh(),
                place == null ? "" : place.hours().zh(),
                place == null ? "" : place.phone(),
                open.dueOn(ClockKind.PICKUP).orElse(null),
                List.of("领取人本人的有效身份证件", "由他人代领的，先在“授权”中给代领人“领取”权限"));
    }

    private static CaseView.Parcel parcel(OpenCase open) {
        List<CaseRecord> parcels = open.records(RecordKind.PARCEL);
        if (parcels.isEmpty()) {
            return null;
        }
        CaseRecord last = parcels.get(parcels.size() - 1);
        JsonNode words = open.words(last);
        return new CaseView.Parcel(
                words.path("courier").asText(),
                words.path("trackingNo").asText(null),
                last.outcome(),
                last.openedAt(),
                words.path("reason").asText(null));
    }

    static List<CaseView.Served> servings(OpenCase open) {
        List<CaseView.Served> list = new ArrayList<>();
        for (OpenCase.Paper paper : open.papers()) {
            boolean hidden = paper.addressee() != null && !open.actor().officer();
            if (paper.registered() && paper.kind().servable() && !hidden) {
                list.add(served(open, paper));
            }
        }
        return list;
    }

    /** To whom, where it is not the applicant; officers only see those. */
    private static String title(OpenCase open, OpenCase.Paper paper) {
        return open.records(RecordKind.INTERESTED_PARTY).stream()
                .filter(other -> other.id().equals(paper.addressee()))
                .findFirst()
                .map(other -> paper.title() + "（受送达人："
                        + open.words(other).path("name").asText() + "）")
                .orElse(paper.title());
    }

    private static CaseView.Served served(OpenCase open, OpenCase.Paper paper) {
        CaseRecord entry = open.records(RecordKind.SERVICE).stream()
                .filter(r -> r.stepKey().equals(paper.id().toString()))
                .filter(r -> ServiceWay.named(r.outcome()).isPresent())
                .reduce((first, second) -> second)
                .orElse(null);
        if (entry == null) {
            return new CaseView.Served(paper.id(), title(open, paper), paper.number(), null, null, null, null);
        }
        ServiceWay way = ServiceWay.valueOf(entry.outcome());
        Instant at =
                entry.open() ? null : Instant.parse(open.words(entry).path("at").asText());
        return new CaseView.Served(
                paper.id(),
                title(open, paper),
                paper.number(),
                way,
                way.chinese(),
                at,
                entry.open() ? entry.dueOn() : null);
    }
}
