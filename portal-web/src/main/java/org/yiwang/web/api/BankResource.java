package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.bank.ElementNeed;
import org.yiwang.forms.catalogue.bank.StandardMaterial;
import org.yiwang.forms.catalogue.bank.WhoUses;
import org.yiwang.web.security.CurrentActor;

/** 题库和标准材料库: what is defined once, and who uses it. */
@Path("/bank")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BankResource {

    @Inject
    CurrentActor current;

    @Inject
    WhoUses whoUses;

    /** 数据元. {@code differing}: uses that say something else than the bank. */
    public record Element(
            String key, String code, String type, LocalText label, ElementNeed need, int uses, int differing) {

        static Element of(WhoUses.ElementLine line) {
            return new Element(
                    line.element().key(),
                    line.element().code().orElse(null),
                    line.element().type().orElse(null),
                    line.element().label(),
                    line.element().need().orElse(null),
                    line.uses(),
                    line.differing());
        }
    }

    /** 标准材料. */
    public record Material(
            String code,
            LocalText name,
            String holder,
            String licenceType,
            String dataResource,
            String trust,
            boolean multiHolder,
            boolean cumulative,
            List<String> aliases,
            int uses,
            int differing) {

        static Material of(WhoUses.MaterialLine line) {
            StandardMaterial material = line.material();
            return new Material(
                    material.code(),
                    material.name(),
                    material.holder().name(),
                    material.licenceType().orElse(null),
                    material.dataResource().orElse(null),
                    material.trust().name(),
                    material.multiHolder(),
                    material.cumulative(),
                    material.aliases(),
                    line.uses(),
                    line.differing());
        }
    }

    /** 全部数据元. */
    public record Elements(List<Element> items) {}

    /** 全部标准材料. */
    public record Materials(List<Material> items) {}

    /** 使用情况. */
    public record Uses(List<WhoUses.Use> items) {}

    @GET
    @Path("/elements")
    public Elements elements() {
        return new Elements(
                whoUses.elements(current.actor()).stream().map(Element::of).toList());
    }

    @GET
    @Path("/elements/{key}/uses")
    public Uses ofElement(@PathParam("key") String key) {
        return new Uses(whoUses.ofElement(current.actor(), key));
    }

    @GET
    @Path("/materials")
    public Materials materials() {
        return new Materials(
                whoUses.materials(current.actor()).stream().map(Material::of).toList());
    }

    @GET
    @Path("/materials/{code}/uses")
    public Uses ofMaterial(@PathParam("code") String code) {
        return new Uses(whoUses.ofMaterial(current.actor(), code));
    }
}
