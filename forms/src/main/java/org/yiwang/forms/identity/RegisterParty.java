package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.Party;
import org.yiwang.forms.identity.spi.IdentityDirectory;
import org.yiwang.forms.platform.Refusal;

/** 登记申请人: a clerk takes in the party before him; one that we know already is found, not made twice. */
@ApplicationScoped
public class RegisterParty {

    private static final int LONGEST_NAME = 100;

    @Inject
    Parties parties;

    @Inject
    IdentityDirectory directory;

    protected RegisterParty() {}

    RegisterParty(Parties parties, IdentityDirectory directory) {
        this.parties = parties;
        this.directory = directory;
    }

    /**
     * 登记内容.
     *
     * @param phone may be empty
     * @param representative number of the identity card of an organisation's legal representative; empty if not known
     */
    public record Particulars(
            PartyKind kind, String name, IdType idType, String number, String phone, String representative) {

        /** Of a person, or of an organisation whose legal representative is not known. */
        public Particulars(PartyKind kind, String name, IdType idType, String number, String phone) {
            this(kind, name, idType, number, phone, "");
        }

        /** Without the person: this may end up in a log. */
        @Override
        public String toString() {
            return kind + " by " + idType;
        }
    }

    /** Finds the party by its number or takes it in; a known number under another name is refused. */
    @Transactional
    public PartyView register(Actor clerk, Particulars given) {
        FindParty.needClerk(clerk);
        String name = name(given);
        String number = number(given);
        String phone = Numbers.phone("phone", given.phone());
        String representative = representative(given);
        Optional<Party> known = parties.find(given.idType(), number);
        if (known.isPresent()) {
            PartyView view = known(known.get(), name, phone);
            represented(known.get(), representative);
            return view;
        }
        if (directory.check(name, given.idType(), number) == IdentityDirectory.Answer.MISMATCH) {
            throw Refusal.invalid("name", "IDENTITY_MISMATCH", "姓名（名称）与证件号码核验不一致，请对照证件原件核对后再登记。");
        }
        // The clerk has the document and its holder before him.
        Party party = parties.add(given.kind(), name, given.idType(), number, phone, AssuranceLevel.L3);
        represented(party, representative);
        return parties.view(party);
    }

    private void represented(Party party, String representative) {
        if (!representative.isEmpty()) {
            parties.represented(party, representative);
        }
    }

    private static String representative(Particulars given) {
        String typed =
                given.representative() == null ? "" : given.representative().strip();
        if (!typed.isEmpty() && given.kind() != PartyKind.ORGANISATION) {
            throw Refusal.invalid("representative", "NOT_APPLICABLE", "只有法人和其他组织才填写法定代表人，个人请留空。");
        }
        return typed.isEmpty() ? "" : Numbers.normalise("representative", IdType.ID_CARD, typed);
    }

    private PartyView known(Party party, String name, String phone) {
        if (!parties.view(party).name().equals(name)) {
            throw Refusal.conflict("NAME_DIFFERS", "该证件号码已登记在另一个姓名（名称）下，请对照证件原件核对；确有更名的，请先办理信息更正。");
        }
        party.assure(AssuranceLevel.L3);
        if (!phone.isEmpty()) {
            parties.phone(party, new Phone(phone));
        }
        return parties.view(party);
    }

    private static String name(Particulars given) {
        String name = given.name() == null ? "" : given.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("name", "REQUIRED", "请填写姓名（名称），最多100个字。");
        }
        return name;
    }

    private static String number(Particulars given) {
        if (given.kind() == PartyKind.ORGANISATION != (given.idType() == IdType.CREDIT_CODE)) {
            throw Refusal.invalid("idType", "ID_TYPE", "个人请用身份证件登记，法人和其他组织请用统一社会信用代码登记，请重新选择证件类型。");
        }
        return Numbers.normalise("number", given.idType(), given.number());
    }
}
