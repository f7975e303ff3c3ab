package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.filling.internal.Content;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 书面承诺: the applicant, or his agent with the power to promise, signs to supply something later or to stand for its
 * truth; online, or at the window with the clerk. Promising nothing any more takes it back.
 */
@ApplicationScoped
public class PromiseLater {

    @Inject
    Drafts drafts;

    @Inject
    Trust trust;

    protected PromiseLater() {}

    PromiseLater(Drafts drafts, Trust trust) {
        this.drafts = drafts;
        this.trust = trust;
    }

    /**
     * 承诺内容.
     *
     * @param later what is to follow
     * @param commitment 告知承诺 instead of the proof
     * @param signature name of whoever promises
     */
    public record Wish(List<Promises.Later> later, boolean commitment, String signature) {

        /** Without words of people: this may end up in a log. */
        @Override
        public String toString() {
            return "wish";
        }
    }

    /** @param seenVersion of the draft he looked at */
    @Transactional
    public DraftView promise(Actor actor, UUID id, long seenVersion, Wish wish) {
        Draft draft = drafts.change(actor, id, seenVersion);
        ItemVersion item = drafts.item(draft);
        Promises promises = new Promises(wish.later(), wish.commitment(), wish.signature(), null);
        Content content = drafts.content(draft);
        if (promises.none()) {
            drafts.save(draft, item, content.promised(Promises.NONE));
            return drafts.view(draft);
        }
        trust.need(actor, draft, item, promises);
        List<Problem> problems = PromiseCheck.problems(item, promises, names(actor, draft));
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        Promises signed = new Promises(
                promises.later(),
                promises.commitment(),
                promises.signature(),
                drafts.now().truncatedTo(ChronoUnit.MILLIS));
        drafts.save(draft, item, content.promised(signed));
        return drafts.view(draft);
    }

    private Set<String> names(Actor actor, Draft draft) {
        return Stream.of(
                        drafts.applicant(draft).name(),
                        drafts.operator(actor, draft).name())
                .collect(Collectors.toSet());
    }
}
