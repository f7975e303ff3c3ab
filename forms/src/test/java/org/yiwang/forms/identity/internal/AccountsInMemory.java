package org.yiwang.forms.identity.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts of a test; counts as the statement in {@link Accounts} does. */
public class AccountsInMemory extends Accounts {

    private final List<Account> accounts = new ArrayList<>();

    @Override
    public Optional<Account> find(String login) {
        return accounts.stream().filter(account -> account.login.equals(login)).findFirst();
    }

    @Override
    public Optional<Account> find(long id) {
        return accounts.stream().filter(account -> account.id() == id).findFirst();
    }

    @Override
    public void add(Account account) {
        account.id = accounts.size() + 1;
        accounts.add(account);
    }

    @Override
    public boolean attempt(long accountId, Instant now, Instant lockUntil) {
        Account account = accounts.get((int) accountId - 1);
        if (account.lockedAt(now)) {
            return false;
        }
        boolean first = account.lockedUntil == null;
        account.failures = first ? account.failures + 1 : 1;
        account.lockedUntil = first && account.failures >= ALLOWED ? lockUntil : null;
        return true;
    }

    @Override
    public void succeeded(long accountId) {
        Account account = accounts.get((int) accountId - 1);
        account.failures = 0;
        account.lockedUntil = null;
    }
}
