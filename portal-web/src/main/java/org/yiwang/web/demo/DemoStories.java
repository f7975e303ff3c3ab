package org.yiwang.web.demo;

import static org.yiwang.workflow.casefile.CaseAction.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.PlatformTime;
import org.yiwang.forms.platform.RunOutbox;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.LegalDay;

/**
 * 演示故事: what happened in the city before the visitor came, oldest first. Each leaves a case in another state; some are
 * late, because nobody in these stories does what the law wants in time.
 */
@ApplicationScoped
class DemoStories {

    private static final String AGREE = "{\"opinion\":\"AGREE\",\"text\":\"材料齐全，符合规定条件，同意。\"}";

    @Inject
    DemoCity city;

    @Inject
    PlatformTime time;

    @Inject
    Clock clock;

    @Inject
    RunOutbox outbox;

    private Instant end;

    void tell(Instant now) {
        end = now;
        Actor chen = city.person("chenjing");
        Actor wang = city.person("wangqiang");

        day(38);
        CaseNo digging = city.apply(wang, "road-dig", true, ServiceMethod.ELECTRONIC);
        CaseNo granted = city.apply(chen, "elder-allowance", false, ServiceMethod.ELECTRONIC);
        accept(digging);
        accept(granted);

        day(36);
        by("street-reviewer", granted, REVIEW, AGREE);
        by("traffic-reviewer", digging, REVIEW, AGREE);

        day(35);
        grant("civil-director", granted, "老年人权益保障法第三十三条");
        outbox.drain();
        city.act(chen, granted, RATE, "{\"level\":5,\"text\":\"不用跑腿，很方便。\"}");

        day(30);
        CaseNo denied = city.apply(chen, "elder-allowance", false, ServiceMethod.ELECTRONIC);
        accept(denied);
        by("street-reviewer", denied, REVIEW, "{\"opinion\":\"DISAGREE\",\"text\":\"申请人已在外区领取同类津贴。\"}");

        day(28);
        by(
                "civil-director",
                denied,
                DECIDE,
                "{\"decision\":\"DENY\",\"reason\":\"已在外区领取同类津贴，不重复发放。\",\"legalBasis\":\"老年人权益保障法第三十三条\"}");
        outbox.drain();

        day(20);
        CaseNo shop = city.apply(wang, "food-business", true, ServiceMethod.PICKUP);
        accept(shop);

        day(18);
        by("market-reviewer", shop, REVIEW, AGREE);
        CaseNo withdrawn = city.apply(chen, "residence-permit", false, ServiceMethod.ELECTRONIC);
        city.act(chen, withdrawn, WITHDRAW, "{\"reason\":\"已在外市办理\"}");

        day(7);
        CaseNo permit = city.apply(chen, "residence-permit", false, ServiceMethod.POST);
        by(
                "window-1",
                permit,
                REQUEST_CORRECTION,
                "{\"demands\":[{\"target\":\"materials.photo\",\"text\":\"照片不是近期免冠正面照，请重新上传。\"}],"
                        + "\"note\":\"如有疑问请拨打 12345。\"}");

        day(5);
        city.apply(chen, "cross-medical", false, ServiceMethod.ELECTRONIC);
        CaseNo inReview = city.apply(chen, "elder-allowance", false, ServiceMethod.ELECTRONIC);
        accept(inReview);
        CaseNo special = city.apply(wang, "food-business", true, ServiceMethod.ELECTRONIC);
        accept(special);
        by("market-reviewer", special, REVIEW, AGREE);
        by("market-inspector-1", special, CLAIM, "{}");
        by(
                "market-inspector-1",
                special,
                START_SPECIAL_PROCEDURE,
                "{\"type\":\"EXPERT_REVIEW\",\"reason\":\"采用新型加工工艺，需要专家论证。\"}");

        day(1);
        by("street-reviewer", inReview, CLAIM, "{}");
        city.apply(wang, "road-dig", true, ServiceMethod.ELECTRONIC);
        outbox.drain();
    }

    /** So many days before now, at nine in the morning; what was ordered the day before is delivered first. */
    private void day(int before) {
        outbox.drain();
        Instant morning = LegalDay.of(end.minus(Duration.ofDays(before)))
                .atTime(LocalTime.of(9, 0))
                .atZone(LegalDay.ZONE)
                .toInstant();
        if (morning.isAfter(clock.instant())) {
            time.advanceTo(morning);
        }
    }

    private void accept(CaseNo no) {
        by("window-1", no, ACCEPT, "{}");
    }

    private void grant(String login, CaseNo no, String basis) {
        by(login, no, DECIDE, "{\"decision\":\"GRANT\",\"reason\":\"经审查，符合规定条件。\",\"legalBasis\":\"" + basis + "\"}");
    }

    private void by(String login, CaseNo no, CaseAction action, String payload) {
        city.act(city.officer(login), no, action, payload);
    }
}
