package org.yiwang.forms.identity.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.identity.MandateKind;
import org.yiwang.forms.identity.ProgramScope;

/** 人员文件: who is set up at once, as {@code people.json} says. */
public record People(
        int format,
        List<Person> persons,
        List<Organisation> organisations,
        List<Given> mandates,
        List<Kiosk> kiosks,
        List<Client> programs) {

    public People {
        programs = programs == null ? List.of() : programs;
    }

    /**
     * @param login empty for somebody without an account
     */
    public record Person(String key, String name, String idNumber, String phone, String login) {}

    /**
     * @param representative key of the person who is its legal representative
     */
    public record Organisation(String key, String name, String creditCode, String phone, String representative) {}

    /**
     * @param principal key of a person or an organisation
     * @param agent key of a person
     */
    public record Given(String number, MandateKind kind, String principal, String agent, String validFrom) {

        public LocalDate from() {
            return LocalDate.parse(validFrom);
        }
    }

    public record Kiosk(String login, String name) {}

    /** 外部程序. */
    public record Client(String login, String name, String organisation, List<ProgramScope> scopes) {}

    public static People read(InputStream json) throws IOException {
        People people = new ObjectMapper().readValue(json, People.class);
        if (people.format() != 1) {
            throw new IOException("people.json: format must be 1");
        }
        return people;
    }
}
