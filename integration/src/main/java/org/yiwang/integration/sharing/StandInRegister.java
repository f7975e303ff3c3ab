package org.yiwang.integration.sharing;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.material.spi.PaperFound;
import org.yiwang.forms.material.spi.PaperWanted;

/**
 * 共享替身: stands for the store of licences and for shared data. Knows everybody but those whose number ends with 999 before
 * its check character, so that both ways can be shown; makes up nothing that was not asked with. The log says that nothing
 * real was asked.
 */
final class StandInRegister {

    private static final Logger LOG = LoggerFactory.getLogger(StandInRegister.class);

    private final String name;

    StandInRegister(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Optional<PaperFound> find(PaperWanted wanted) {
        LOG.info("{}: {} not really asked for", name, wanted);
        String number = wanted.number() == null ? "" : wanted.number();
        if (number.length() < 8 || number.substring(0, number.length() - 1).endsWith("999")) {
            return Optional.empty();
        }
        return Optional.of(new PaperFound(
                wanted.requirement(),
                name,
                "",
                null,
                List.of(new PaperFound.Line("持证人", wanted.name()), new PaperFound.Line("证件号码", masked(number)))));
    }

    private static String masked(String number) {
        return number.substring(0, 6)
                + "*".repeat(Math.max(0, number.length() - 10))
                + number.substring(Math.max(6, number.length() - 4));
    }
}
