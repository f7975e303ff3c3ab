package org.yiwang.forms.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.SortedMap;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.internal.CatalogueStore;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.PackageZip;
import org.yiwang.forms.catalogue.internal.Publication;
import org.yiwang.forms.catalogue.internal.TrialShelf;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.Simulation;

/**
 * 试用版本: within a {@link Simulation} an item goes by an older version, or by a package nobody has published. To all others
 * the catalogue is what it was.
 */
@ApplicationScoped
public class TryVersion {

    @Inject
    FindItem items;

    @Inject
    CatalogueStore store;

    @Inject
    TrialShelf shelf;

    static String key(ItemCode code) {
        return "item " + code.value();
    }

    /**
     * A published version.
     *
     * @param number 0 for the current one
     * @throws Refusal NOT_FOUND if there is no such item or version
     */
    public ItemVersion published(ItemCode code, int number) {
        ItemVersion current = items.current(code).orElseThrow(() -> Refusal.notFound("该事项"));
        ItemVersion chosen = number == 0 || number == current.number()
                ? current
                : store.versionOf(code, number).orElseThrow(() -> Refusal.notFound("该事项的这个版本"));
        return use(chosen);
    }

    /**
     * A package as a zip of its folder, looked through like one to be published.
     *
     * @throws Refusal INVALID / PACKAGE_REFUSED with everything that is wrong with it
     */
    public ItemVersion draft(byte[] zip) {
        return use(shelf.put(look(zip)));
    }

    private Publication look(byte[] zip) {
        try {
            SortedMap<String, byte[]> files = PackageZip.read(zip);
            Publication publication = shelf.look(PackageSource.of(files));
            if (!publication.problems().isEmpty()) {
                throw refused(publication.problems());
            }
            return publication;
        } catch (DefinitionException wrong) {
            throw refused(Publication.problems(wrong));
        }
    }

    private static ItemVersion use(ItemVersion version) {
        Simulation.current()
                .orElseThrow(() -> new IllegalStateException("only a simulation tries versions"))
                .keep(key(version.code()), version);
        return version;
    }

    private static Refusal refused(List<Problem> problems) {
        String message = "事项包有 " + problems.size() + " 处不符合要求，没有推演。请按清单改正后重新上传。";
        return new Refusal(Refusal.Kind.INVALID, "PACKAGE_REFUSED", message, problems);
    }
}
