package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.filling.ReadVault;
import org.yiwang.forms.filling.RemoveFromVault;
import org.yiwang.forms.filling.Vault;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;

/** 我的材料: what one handed in before and what was issued to one, for use again. */
@Named("vaultPage")
@RequestScoped
@At("/my/materials")
public class VaultPage implements OwnPage {

    @Inject
    ReadVault readVault;

    @Inject
    RemoveFromVault remove;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    private Vault vault;
    private String said = "";

    @Override
    public Reply get(Visit visit) {
        page.setTitle(page.t("vault.title"));
        vault = readVault.mine(visit.actor());
        said = visit.param("said").equals("vaultRemoved") ? "vaultRemoved" : "";
        return Reply.show("vault");
    }

    @Override
    public Reply post(Visit visit) {
        return visit.go(once.go(visit, () -> {
            remove.remove(visit.actor(), Uuids.parse(visit.param("remove"), "这份材料"));
            return "/my/materials?said=vaultRemoved";
        }));
    }

    public Vault getVault() {
        return vault;
    }

    public String getSaid() {
        return said;
    }

    public String size(long bytes) {
        return Dates.size(bytes);
    }
}
