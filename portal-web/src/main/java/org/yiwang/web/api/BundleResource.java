package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.HandOutErrand;
import org.yiwang.workflow.bundle.RateBundle;
import org.yiwang.workflow.bundle.ReadBundle;
import org.yiwang.workflow.bundle.WithdrawBundle;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.delivery.DeliverResult;

/**
 * 一件事: what can be asked for at once, and what has become of it. It is filled in and submitted as a draft of the
 * errand's code; its cases are cases like all others.
 */
@Path("/bundles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BundleResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    FindItem items;

    @Inject
    ReadBundle readBundle;

    @Inject
    WithdrawBundle withdrawBundle;

    @Inject
    RateBundle rateBundle;

    @Inject
    HandOutErrand handOutErrand;

    /** 撤回请求. */
    public record Withdrawal(Long seenVersion, String reason) {}

    /** 评价请求. */
    public record Rating(Integer level, String text) {}

    /** 一件事目录. */
    public record Offer(
            String code,
            int version,
            LocalText name,
            LocalText summary,
            int promiseWorkdays,
            String delivery,
            List<Service> services) {

        static Offer of(ItemVersion item) {
            Bundle bundle = item.bundle().orElseThrow();
            return new Offer(
                    item.code().value(),
                    item.number(),
                    item.name(),
                    item.summary(),
                    bundle.promisedWorkdays(),
                    bundle.delivery().name(),
                    bundle.members().stream().map(Service::of).toList());
        }
    }

    /** 子事项. */
    public record Service(String itemCode, LocalText name, boolean mandatory, List<String> dependsOn, String mode) {

        static Service of(BundleMember member) {
            return new Service(
                    member.item().value(),
                    member.name(),
                    member.mandatory(),
                    member.dependsOn().stream().map(before -> before.value()).toList(),
                    member.mode().name());
        }
    }

    /** 列表. */
    public record Offers(List<Offer> items) {}

    @GET
    @OpenToAll
    public Offers offers() {
        return new Offers(items.bundles().stream().map(Offer::of).toList());
    }

    @GET
    @Path("/{bundleNo}")
    public BundleView read(@PathParam("bundleNo") String bundleNo) {
        return readBundle.read(current.actor(), number(bundleNo));
    }

    @POST
    @Path("/{bundleNo}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response withdraw(@PathParam("bundleNo") String bundleNo, Withdrawal given) {
        new Given().need("seenVersion", given.seenVersion()).orRefuse();
        CaseNo no = number(bundleNo);
        return call.once(200, () -> withdrawBundle.withdraw(current.actor(), no, given.seenVersion(), given.reason()));
    }

    @POST
    @Path("/{bundleNo}/rating")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rate(@PathParam("bundleNo") String bundleNo, Rating given) {
        new Given().need("level", given.level()).orRefuse();
        CaseNo no = number(bundleNo);
        return call.once(200, () -> rateBundle.rate(current.actor(), no, given.level(), given.text()));
    }

    /** 交付请求: who came, and what the clerk had before him. */
    public record Handout(String seen, String receiver, IdType idType, String idNumber, Boolean identityChecked) {}

    @GET
    @Path("/{bundleNo}/handout")
    public HandOutErrand.Counter ready(@PathParam("bundleNo") String bundleNo) {
        return handOutErrand.look(current.actor(), number(bundleNo));
    }

    @POST
    @Path("/{bundleNo}/handout")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response handOut(@PathParam("bundleNo") String bundleNo, Handout given) {
        new Given().need("seen", given.seen()).orRefuse();
        CaseNo no = number(bundleNo);
        DeliverResult.Handover handover =
                new DeliverResult.Handover(given.receiver(), given.idType(), given.idNumber(), given.identityChecked());
        return call.once(200, () -> handOutErrand.handOut(current.actor(), no, given.seen(), handover));
    }

    private static CaseNo number(String text) {
        return CaseNo.parse(text).orElseThrow(() -> Refusal.notFound("这个一件事办件"));
    }
}
