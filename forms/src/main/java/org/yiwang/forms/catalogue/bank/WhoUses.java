package org.yiwang.forms.catalogue.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.internal.BankUses;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;

/**
 * 谁在用: before an element or a standard material is changed, the current services that ask it, where in them, and what each
 * says differently from the bank. For administrators and supervisors.
 */
@ApplicationScoped
public class WhoUses {

    @Inject
    FindItem items;

    protected WhoUses() {}

    public WhoUses(FindItem items) {
        this.items = items;
    }

    /**
     * 一处使用.
     *
     * @param place file and place, such as {@code form.json#sections[0].fields[1]}
     * @param key of the question or material there
     * @param differs names of what it says differently, such as {@code label}
     */
    public record Use(
            String item, LocalText itemName, String place, String key, LocalText label, List<String> differs) {}

    /** 数据元一览中的一行. */
    public record ElementLine(DataElement element, int uses, int differing) {}

    /** 标准材料一览中的一行. */
    public record MaterialLine(StandardMaterial material, int uses, int differing) {}

    public List<ElementLine> elements(Actor actor) {
        allow(actor);
        BankUses uses = new BankUses(items.all());
        return QuestionBank.elements().stream()
                .map(element -> {
                    List<Use> all = uses.ofElement(element);
                    return new ElementLine(element, all.size(), differing(all));
                })
                .toList();
    }

    public List<MaterialLine> materials(Actor actor) {
        allow(actor);
        BankUses uses = new BankUses(items.all());
        return QuestionBank.materials().stream()
                .map(material -> {
                    List<Use> all = uses.ofMaterial(material);
                    return new MaterialLine(material, all.size(), differing(all));
                })
                .toList();
    }

    /** @throws Refusal NOT_FOUND for an element that is not in the bank */
    public List<Use> ofElement(Actor actor, String key) {
        allow(actor);
        return new BankUses(items.all())
                .ofElement(QuestionBank.element(key).orElseThrow(() -> Refusal.notFound("这个数据元")));
    }

    /** @throws Refusal NOT_FOUND for a code that is not in the library */
    public List<Use> ofMaterial(Actor actor, String code) {
        allow(actor);
        return new BankUses(items.all())
                .ofMaterial(QuestionBank.material(code).orElseThrow(() -> Refusal.notFound("这种标准材料")));
    }

    private static int differing(List<Use> uses) {
        return (int) uses.stream().filter(use -> !use.differs().isEmpty()).count();
    }

    private static void allow(Actor actor) {
        if (!actor.is(Role.ADMIN) && !actor.is(Role.SUPERVISOR)) {
            throw Refusal.forbidden("题库的使用情况只对管理和监督人员开放。");
        }
    }
}
