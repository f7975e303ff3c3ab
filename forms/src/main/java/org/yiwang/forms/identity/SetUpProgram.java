package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yiwang.forms.identity.internal.Account;
import org.yiwang.forms.identity.internal.Accounts;
import org.yiwang.forms.identity.internal.Passwords;
import org.yiwang.forms.identity.internal.Programs;
import org.yiwang.forms.identity.internal.Secrets;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 开通外部程序: a security administrator gives a program its account, its department and its scopes. The password is made here and
 * shown once; doing it again gives another and ends what was signed in with the former.
 */
@ApplicationScoped
public class SetUpProgram {

    private static final Pattern LOGIN = Pattern.compile("program-[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    @Inject
    Accounts accounts;

    @Inject
    Programs programs;

    @Inject
    Passwords passwords;

    /** @return the password, which is kept nowhere */
    @Transactional
    public String setUp(Actor by, Program program) {
        requireAdmin(by);
        check(program);
        String secret = Secrets.fresh();
        Optional<Account> known = accounts.find(program.login());
        if (known.isEmpty()) {
            accounts.add(new Account(program.login(), passwords.hash(secret), Actor.Kind.PROGRAM, 0, program.name()));
        } else {
            programs.again(known.get().id(), program.name(), passwords.hash(secret));
        }
        programs.put(accounts.find(program.login()).orElseThrow().id(), program);
        return secret;
    }

    /** 停用: its tokens are worth nothing from now on. */
    @Transactional
    public void end(Actor by, String login) {
        requireAdmin(by);
        Account account = accounts.find(login)
                .filter(found -> found.kind() == Actor.Kind.PROGRAM)
                .orElseThrow(() -> Refusal.notFound("这个程序账号"));
        programs.end(account.id());
    }

    private static void requireAdmin(Actor by) {
        if (!by.officer() || !by.is(Role.SECURITY_ADMIN)) {
            throw Refusal.forbidden("只有安全管理员可以开通和停用程序账号。");
        }
    }

    private void check(Program program) {
        List<Problem> problems = new ArrayList<>();
        if (program.login().length() > LONGEST
                || !LOGIN.matcher(program.login()).matches()) {
            problems.add(new Problem("login", "MALFORMED", "程序账号应以 program- 开头，其后为小写字母、数字，用连字符连接。"));
        }
        if (program.name().isBlank() || program.name().length() > LONGEST) {
            problems.add(new Problem("name", "REQUIRED", "请填写程序名称，不超过60个字。"));
        }
        if (!ORGANISATION.matcher(program.organisation()).matches()) {
            problems.add(new Problem("organisation", "MALFORMED", "请填写程序所属部门的代码，如 market。"));
        }
        if (program.scopes().isEmpty()) {
            problems.add(new Problem("scopes", "REQUIRED", "请至少给一项授权范围。"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "INVALID", "程序账号的信息不完整，请改正后再提交。", problems);
        }
    }
}
