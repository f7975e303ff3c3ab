package org.yiwang.forms.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.PackageZip;
import org.yiwang.forms.catalogue.internal.Publication;
import org.yiwang.forms.catalogue.internal.VersionShelf;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.Refusal;

/**
 * 发布一个事项包: while the platform runs, from a zip archive of its folder. It is looked through like any other package;
 * with anything wrong nothing is changed and everything that is wrong is said. New drafts follow the new version within
 * seconds, cases stay with theirs.
 */
@ApplicationScoped
public class PublishPackage {

    private static final Logger LOG = Logger.getLogger(PublishPackage.class.getName());

    @Inject
    VersionShelf shelf;

    @Inject
    Profile profile;

    /** Whether a new version has to be reviewed by a second person; in production it has, unless told otherwise. */
    @Inject
    @ConfigProperty(name = "yiwang.items.review")
    Optional<Boolean> review;

    /**
     * 已发布.
     *
     * @param number of the version
     * @param added false if these very files were published before; then nothing has changed
     */
    public record Published(ItemCode code, int number, boolean added) {}

    /**
     * @throws Refusal FORBIDDEN for all but administrators; CONFLICT / REVIEW_REQUIRED where new versions are reviewed; INVALID with a list whose paths begin
     *     with the file
     */
    @Transactional
    public Published publish(Actor actor, byte[] zip) {
        if (!actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以发布事项包。");
        }
        if (review.orElse(profile.production())) {
            throw Refusal.conflict("REVIEW_REQUIRED", "本平台的事项须经审核发布：请在事项后台导入草案并提交，由另一位事项审核人员通过。");
        }
        Publication publication = shelf.look(found(zip));
        if (!publication.problems().isEmpty()) {
            throw refused(publication.problems());
        }
        shelf.lock();
        VersionShelf.Put put = shelf.put(publication, actor.key());
        if (put.added()) {
            shelf.follow(put.code(), actor.key());
            shelf.raiseRevision();
        }
        LOG.log(Level.INFO, "Service package {0} {1}: {2} by {3}", new Object[] {
            put.code(), put.number(), put.added() ? "published" : "known before", actor.key()
        });
        return new Published(put.code(), put.number(), put.added());
    }

    private static PackageSource.Found found(byte[] zip) {
        try {
            return PackageSource.of(PackageZip.read(zip));
        } catch (DefinitionException wrong) {
            throw refused(Publication.problems(wrong));
        }
    }

    private static Refusal refused(List<Problem> problems) {
        String message = "事项包有 " + problems.size() + " 处不符合要求，没有发布，现行版本不变。请按清单改正后重新上传。";
        return new Refusal(Refusal.Kind.INVALID, "PACKAGE_REFUSED", message, problems);
    }
}
