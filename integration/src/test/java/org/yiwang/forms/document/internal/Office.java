package org.yiwang.forms.document.internal;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentOrder;
import org.yiwang.forms.document.DocumentRegistered;
import org.yiwang.forms.document.DocumentState;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.document.DocumentVoided;
import org.yiwang.forms.document.spi.Issuer;
import org.yiwang.forms.document.spi.SealService;
import org.yiwang.forms.document.spi.TimestampService;
import org.yiwang.forms.material.spi.FileStore;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.integration.seal.DevelopmentAuthority;
import org.yiwang.integration.seal.LocalSealService;
import org.yiwang.integration.seal.MemoryCabinet;
import org.yiwang.integration.timestamp.LocalTimestampAuthority;

/** A whole issuing office in memory, with the real renderer, the real seals and the real time stamps. */
final class Office {

    static final Instant NOW = Instant.parse("2026-11-21T02:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final Map<UUID, OfficialDocument> table = new HashMap<>();
    final Map<String, byte[]> files = new HashMap<>();
    final List<DocumentRegistered> told = new ArrayList<>();
    final List<DocumentVoided> voided = new ArrayList<>();
    final List<String> ordered = new ArrayList<>();
    final TimestampService stamps;
    final IssueDocument issuing = new IssueDocument();
    final DocumentDesk desk = new DocumentDesk();
    final DocumentVerifier verifier;
    private final Map<String, Long> numbers = new HashMap<>();
    private final Rows rows = new Rows();

    Office() {
        this(Profile.TEST);
    }

    Office(Profile profile) {
        DevelopmentAuthority authority = new DevelopmentAuthority(new MemoryCabinet(), profile);
        stamps = new LocalTimestampAuthority(authority, CLOCK);
        SealService seals = new LocalSealService(authority, stamps);
        DocumentFiles documentFiles = new DocumentFiles(new Store(), new OpenBox());
        Renderer renderer = new Renderer(new FontShelf(Optional.empty(), Path.of("/usr/share/fonts")));
        desk.rows = rows;
        desk.items = new OneItem();
        desk.issuers = Office::issuer;
        desk.box = new OpenBox();
        desk.files = documentFiles;
        desk.renderer = renderer;
        desk.outbox = (kind, key, orderKey, body) -> ordered.add(kind + " " + key + " " + orderKey + " " + body);
        desk.clock = CLOCK;
        desk.voided = new Told<>(voided);
        desk.publicUrl = "https://zwfw.yunzhou.example";
        IssueSteps steps = new IssueSteps();
        steps.rows = rows;
        steps.numbers = (organisation, series, year) -> numbers.merge(organisation + series + year, 1L, Long::sum);
        steps.desk = desk;
        steps.registered = new Told<>(told);
        steps.clock = CLOCK;
        issuing.steps = steps;
        issuing.desk = desk;
        issuing.renderer = renderer;
        issuing.files = documentFiles;
        issuing.seals = seals;
        issuing.issuers = Office::issuer;
        issuing.clock = CLOCK;
        verifier = new DocumentVerifier(rows, seals, stamps);
    }

    static Issuer issuer(String code) {
        return new Issuer(
                code,
                "云东区民政局",
                "云东民",
                "云东区民政局",
                "云州市云东区望湖路18号",
                "0999-5550101",
                "云东区人民政府",
                "云州市云东区人民法院",
                "https://xzfy.yunzhou.example");
    }

    UUID order() {
        return order(DocumentKind.TERMINATION_NOTICE);
    }

    UUID order(DocumentKind kind) {
        var data = DocumentData.read(
                """
                {"queryCode":"K7M2QX","applicant":{"name":"陈守仁","masked":"陈**","idMasked":"999999********0016"},
                 "dates":{"submitted":"2026年11月16日"},
                 "termination":{"cause":"申请人撤回申请","reason":"情况变化"}}"""
                        .getBytes(StandardCharsets.UTF_8));
        return desk.order(List.of(new DocumentOrder(
                        kind,
                        kind.template(),
                        1,
                        "999900202611210000012",
                        "civil-affairs",
                        LocalDate.of(2026, 11, 21),
                        data,
                        7)))
                .get(0);
    }

    /** The file of a document that is issued on the spot. */
    byte[] issued() {
        UUID id = order();
        issuing.issue(id);
        return desk.pdf(id);
    }

    private static final class OneItem implements Items {
        @Override
        public Item item(long versionId) {
            return new Item("elder-allowance", "高龄津贴申领", "PAYMENT", "行政给付", "《云州市高龄津贴发放办法》第三条");
        }

        @Override
        public Template template(long versionId, String key) {
            try (var in = Office.class.getResourceAsStream("/" + key)) {
                return Template.read(key, in.readAllBytes());
            } catch (java.io.IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }
    }

    private final class Rows implements DocumentRows {
        @Override
        public void add(List<OfficialDocument> documents) {
            documents.forEach(this::save);
        }

        @Override
        public Optional<OfficialDocument> find(UUID id) {
            return Optional.ofNullable(table.get(id));
        }

        @Override
        public Optional<OfficialDocument> lock(UUID id) {
            return find(id);
        }

        @Override
        public void save(OfficialDocument document) {
            table.put(document.id(), document);
        }

        @Override
        public Optional<OfficialDocument> byCode(String code) {
            return entered().filter(d -> d.code().equals(code)).findFirst();
        }

        @Override
        public Optional<OfficialDocument> bySha256(String hex) {
            return entered().filter(d -> hex.equals(d.progress().sha256())).findFirst();
        }

        @Override
        public Optional<OfficialDocument> bySignedSha256(String hex) {
            return entered()
                    .filter(d -> hex.equals(d.progress().signedSha256()))
                    .findFirst();
        }

        private java.util.stream.Stream<OfficialDocument> entered() {
            return table.values().stream()
                    .filter(d -> d.state() == DocumentState.REGISTERED || d.state() == DocumentState.VOID);
        }

        @Override
        public void revokedBy(UUID id, String actor) {}

        @Override
        public void voidedBy(UUID id, String actor, Instant at) {}

        @Override
        public List<DocumentView> ofCase(String caseNo) {
            return table.values().stream().map(OfficialDocument::view).toList();
        }

        @Override
        public Optional<DocumentView> view(UUID id) {
            return find(id).map(OfficialDocument::view);
        }
    }

    private final class Store implements FileStore {
        @Override
        public String put(byte[] bytes) {
            files.put(Sha256.hex(bytes), bytes);
            return Sha256.hex(bytes);
        }

        @Override
        public byte[] get(String address) {
            return files.get(address);
        }

        @Override
        public void remove(String address) {
            files.remove(address);
        }

        @Override
        public int sweep(Instant before, UnaryOperator<Set<String>> unknown) {
            return 0;
        }
    }

    /** Seals nothing, but a value opens only where it was put. */
    private static final class OpenBox implements SecretBox {
        @Override
        public long newKey() {
            return 1;
        }

        @Override
        public byte[] seal(long keyId, String place, byte[] plain) {
            byte[] head = head(keyId, place);
            byte[] sealed = java.util.Arrays.copyOf(head, head.length + plain.length);
            System.arraycopy(plain, 0, sealed, head.length, plain.length);
            return sealed;
        }

        @Override
        public byte[] open(long keyId, String place, byte[] sealed) {
            byte[] head = head(keyId, place);
            if (!java.util.Arrays.equals(head, java.util.Arrays.copyOf(sealed, head.length))) {
                throw new IllegalStateException("not sealed here");
            }
            return java.util.Arrays.copyOfRange(sealed, head.length, sealed.length);
        }

        private static byte[] head(long keyId, String place) {
            return (keyId + "|" + place + "|").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void destroyKey(long keyId) {}

        @Override
        public String lookupHash(String purpose, String normalisedValue) {
            return normalisedValue;
        }
    }

    private static final class Told<E> implements Event<E> {
        private final List<E> told;

        Told(List<E> told) {
            this.told = told;
        }

        @Override
        public void fire(E event) {
            told.add(event);
        }

        @Override
        public <U extends E> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends E> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<E> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends E> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends E> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
