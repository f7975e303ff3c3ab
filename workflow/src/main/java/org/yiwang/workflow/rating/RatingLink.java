package org.yiwang.workflow.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.rating.internal.Ratings;

/**
 * 评价链接: stands in the QR code on the receipt, on a letter or on the screen at the window. It names the case or the visit
 * and carries the platform's signature (128 bits under a key of its own), so that nobody can make one for another case;
 * it is good for one rating, because a case or a visit is rated once.
 */
@ApplicationScoped
public class RatingLink {

    /** What a window visit is called where a case would show its service. */
    static final String VISIT = "窗口服务";

    private static final String PURPOSE = "rating-link";
    private static final Pattern TOKEN = Pattern.compile("(c\\d{21}|v[0-9a-f]{32})-([0-9a-f]{32})");

    @Inject
    SecretBox box;

    @Inject
    ReadCase readCase;

    @Inject
    Ratings ratings;

    @Inject
    Membership membership;

    @Inject
    Clock clock;

    /** 对象: exactly one of the two is there. */
    record Target(CaseNo caseNo, UUID visit) {}

    /** The link of a case, for whoever may see it: the applicant's side, or the window that shows it to him. */
    @Transactional
    public String ofCase(Actor actor, CaseNo no) {
        readCase.fileScope(actor, no);
        return sign("c" + no.value());
    }

    /** The same for the letters the platform itself prints. */
    String signed(CaseNo no) {
        return sign("c" + no.value());
    }

    /** 请评价: a clerk asks the person he has just served, whether a case came of it or not. */
    @Transactional
    public String ofNewVisit(Actor actor) {
        if (!actor.officer() || !actor.is(Role.CLERK)) {
            throw Refusal.forbidden("只有窗口人员可以请办事人评价窗口服务。");
        }
        UUID visit = ratings.openVisit(actor.id(), membership.departmentOf(actor), clock.instant());
        return sign("v" + visit.toString().replace("-", ""));
    }

    private String sign(String subject) {
        return subject + "-" + box.lookupHash(PURPOSE, subject).substring(0, 32);
    }

    /** What a link is about; a link that was not signed here is one that does not exist. */
    Target read(String token) {
        Matcher parts = TOKEN.matcher(Optional.ofNullable(token).orElse(""));
        if (!parts.matches() || !same(sign(parts.group(1)), token)) {
            throw Refusal.notFound("这个评价链接");
        }
        String subject = parts.group(1).substring(1);
        return parts.group(1).startsWith("c")
                ? new Target(CaseNo.parse(subject).orElseThrow(() -> Refusal.notFound("这个评价链接")), null)
                : new Target(null, uuid(subject));
    }

    private static boolean same(String signed, String given) {
        return MessageDigest.isEqual(
                signed.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static UUID uuid(String hex) {
        return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }
}
