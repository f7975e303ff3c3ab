package org.yiwang.workflow.organisation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.document.spi.Issuer;
import org.yiwang.forms.document.spi.IssuerDirectory;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.spi.OfficerSource;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 对外答复: what identity and documents ask of the directory. */
@ApplicationScoped
class DirectoryAnswers implements OfficerSource, IssuerDirectory {

    private final Directory directory;

    DirectoryAnswers() {
        this(null);
    }

    @Inject
    DirectoryAnswers(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Actor> officer(long officerId, Channel channel) {
        return directory
                .officer(officerId)
                .filter(Officer::active)
                .map(o -> new Actor(Actor.Kind.OFFICER, o.id(), o.name(), o.roles(), o.posts(), channel));
    }

    @Override
    public List<OfficerLogin> logins() {
        return directory.officers().stream()
                .map(o -> new OfficerLogin(o.login(), o.staffNo(), o.id()))
                .toList();
    }

    @Override
    public Issuer issuer(String code) {
        Department d = directory.department(code);
        return new Issuer(
                d.code(),
                d.name(),
                d.letterCode(),
                d.sealName(),
                d.address(),
                d.phone(),
                d.reconsiderationOrg(),
                d.court(),
                d.reconsiderationUrl());
    }
}
