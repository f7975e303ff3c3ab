package org.yiwang.integration.identity;

import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.spi.IdentityDirectory;

/**
 * 实名核验替身: knows no register. Numbers with a right check digit match any name; of documents without one it cannot
 * say. For demonstrations and tests, or where the window checks every identity itself.
 */
public class StandInDirectory implements IdentityDirectory {

    @Override
    public Answer check(String name, IdType type, String number) {
        return switch (type) {
            case ID_CARD, RESIDENCE_HMT, HOUSEHOLD, CREDIT_CODE -> Answer.MATCH;
            default -> Answer.UNKNOWN;
        };
    }
}
