package org.yiwang.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.yiwang.forms.document.spi.SealService;
import org.yiwang.forms.document.spi.TimestampService;
import org.yiwang.forms.identity.spi.CardReader;
import org.yiwang.forms.identity.spi.IdentityDirectory;
import org.yiwang.forms.material.FilesOfSimulation;
import org.yiwang.forms.material.spi.DataLookup;
import org.yiwang.forms.material.spi.FileStore;
import org.yiwang.forms.material.spi.LicenceLookup;
import org.yiwang.forms.material.spi.VirusScan;
import org.yiwang.forms.platform.DataFolder;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.StartStep;
import org.yiwang.integration.exchange.FileOfKeys;
import org.yiwang.integration.exchange.HttpExchange;
import org.yiwang.integration.exchange.StandInExchange;
import org.yiwang.integration.exchange.StandInKeys;
import org.yiwang.integration.filestore.LocalFileStore;
import org.yiwang.integration.identity.NoCardReader;
import org.yiwang.integration.identity.StandInCardReader;
import org.yiwang.integration.identity.StandInDirectory;
import org.yiwang.integration.logistics.NoCourier;
import org.yiwang.integration.logistics.StandInCourier;
import org.yiwang.integration.message.SmtpMail;
import org.yiwang.integration.message.StandInMail;
import org.yiwang.integration.message.StandInSms;
import org.yiwang.integration.payment.StandInPayments;
import org.yiwang.integration.scan.ClamAvScan;
import org.yiwang.integration.scan.NoScan;
import org.yiwang.integration.seal.DevelopmentAuthority;
import org.yiwang.integration.seal.LocalSealService;
import org.yiwang.integration.sharing.HttpData;
import org.yiwang.integration.sharing.HttpLicence;
import org.yiwang.integration.sharing.SignedLookup;
import org.yiwang.integration.sharing.StandInData;
import org.yiwang.integration.sharing.StandInLicences;
import org.yiwang.integration.timestamp.LocalTimestampAuthority;
import org.yiwang.integration.timestamp.Rfc3161TimestampAuthority;
import org.yiwang.integration.timestamp.TrustFile;
import org.yiwang.workflow.delivery.PaymentsOfSimulation;
import org.yiwang.workflow.delivery.spi.Courier;
import org.yiwang.workflow.delivery.spi.PaymentGateway;
import org.yiwang.workflow.forward.spi.ExchangeGateway;
import org.yiwang.workflow.forward.spi.ExchangeKeys;
import org.yiwang.workflow.notification.spi.MailChannel;
import org.yiwang.workflow.notification.spi.SmsChannel;

/**
 * 适配器选择: picks the adapter of each port by {@code yiwang.<port>=<name>} and says in the log which. A name nobody knows
 * stops the start; so does, in production, a port that nobody has decided on.
 */
@ApplicationScoped
public class Adapters implements StartStep {

    @Inject
    Config config;

    @Inject
    Profile profile;

    @Inject
    DataFolder data;

    @Inject
    Instance<IdentityDirectory> directory;

    @Inject
    Instance<FileStore> files;

    @Inject
    Instance<VirusScan> scan;

    @Inject
    Instance<PaymentGateway> payment;

    @Inject
    Instance<SealService> seals;

    @Inject
    Instance<TimestampService> stamps;

    @Inject
    DevelopmentAuthority authority;

    @Inject
    Instance<MailChannel> mail;

    @Inject
    Instance<SmsChannel> sms;

    @Inject
    Instance<CardReader> cards;

    @Inject
    Instance<ExchangeGateway> exchange;

    @Inject
    Instance<ExchangeKeys> exchangeKeys;

    @Inject
    Instance<LicenceLookup> licences;

    @Inject
    Instance<DataLookup> sharedData;

    @Inject
    Instance<Courier> courier;

    @Inject
    Clock clock;

    @Inject
    @MachineTime
    Clock machine;

    /** 实名核验: {@code yiwang.identity=stand-in}. */
    @Produces
    @ApplicationScoped
    IdentityDirectory identityDirectory() {
        return this.<IdentityDirectory>choice("identity", "stand-in")
                .standIn("stand-in", StandInDirectory::new)
                .chosen();
    }

    /** 文件存储: {@code yiwang.filestore=local}. */
    @Produces
    @ApplicationScoped
    FileStore fileStore() {
        return new FilesOfSimulation(this.<FileStore>choice("filestore", "local")
                .adapter("local", () -> new LocalFileStore(data.resolve("files")))
                .chosen());
    }

    /** 病毒扫描: {@code yiwang.scan=none|clamav}, with {@code yiwang.scan.host} and {@code yiwang.scan.port}. */
    @Produces
    @ApplicationScoped
    VirusScan virusScan() {
        return this.<VirusScan>choice("scan", "none")
                .standIn("none", NoScan::new)
                .adapter(
                        "clamav",
                        () -> new ClamAvScan(
                                setting("yiwang.scan.host", "127.0.0.1"),
                                Integer.parseInt(setting("yiwang.scan.port", "3310")),
                                Duration.ofSeconds(10)))
                .chosen();
    }

    /** 统一支付: {@code yiwang.payment=stand-in}. */
    @Produces
    @ApplicationScoped
    PaymentGateway paymentGateway() {
        return new PaymentsOfSimulation(this.<PaymentGateway>choice("payment", "stand-in")
                .standIn("stand-in", StandInPayments::new)
                .chosen());
    }

    /** 电子签章: {@code yiwang.seal=local}; no real seal service is connected yet. */
    @Produces
    @ApplicationScoped
    SealService sealService() {
        return this.<SealService>choice("seal", "local")
                .standIn("local", () -> new LocalSealService(authority, stamps.get()))
                .chosen();
    }

    /**
     * 时间戳: {@code yiwang.timestamp=local|rfc3161}; the authority's address is {@code yiwang.timestamp.url}, the
     * certificates it must lead to lie in the file {@code yiwang.timestamp.trust}, and {@code yiwang.timestamp.timeout}
     * seconds are waited for its answer.
     */
    @Produces
    @ApplicationScoped
    TimestampService timestampService() {
        return this.<TimestampService>choice("timestamp", "local")
                .standIn("local", () -> new LocalTimestampAuthority(authority, clock))
                .adapter("rfc3161", this::timestampAuthority)
                .chosen();
    }

    private Rfc3161TimestampAuthority timestampAuthority() {
        return new Rfc3161TimestampAuthority(
                URI.create(needed("yiwang.timestamp.url")),
                TrustFile.read(Path.of(needed("yiwang.timestamp.trust"))),
                Duration.ofSeconds(Long.parseLong(setting("yiwang.timestamp.timeout", "10"))));
    }

    /**
     * 邮件通道: {@code yiwang.mail=smtp|stand-in}, with {@code yiwang.mail.host}, {@code .port}, {@code .from}, {@code
     * .user}, {@code .password} and {@code .starttls}.
     */
    @Produces
    @ApplicationScoped
    MailChannel mailChannel() {
        boolean host = config.getOptionalValue("yiwang.mail.host", String.class).isPresent();
        return this.<MailChannel>choice("mail", host ? "smtp" : "stand-in")
                .standIn("stand-in", StandInMail::new)
                .adapter("smtp", () -> new SmtpMail(mailServer(), clock))
                .chosen();
    }

    private SmtpMail.Server mailServer() {
        return new SmtpMail.Server(
                setting("yiwang.mail.host", "127.0.0.1"),
                Integer.parseInt(setting("yiwang.mail.port", "25")),
                setting("yiwang.mail.from", "notice@yunzhou.example"),
                setting("yiwang.mail.user", ""),
                setting("yiwang.mail.password", ""),
                Boolean.parseBoolean(setting("yiwang.mail.starttls", profile.production() ? "true" : "false")));
    }

    /** 短信通道: {@code yiwang.sms=stand-in}. */
    @Produces
    @ApplicationScoped
    SmsChannel smsChannel() {
        return this.<SmsChannel>choice("sms", "stand-in")
                .standIn("stand-in", StandInSms::new)
                .chosen();
    }

    /**
     * 数据交换: {@code yiwang.exchange=http|stand-in}, with {@code yiwang.exchange.url}, our code there {@code
     * yiwang.exchange.system}, and {@code yiwang.exchange.timeout} seconds; what we sign with is our own line in the file
     * of keys.
     */
    @Produces
    @ApplicationScoped
    ExchangeGateway exchangeGateway() {
        return this.<ExchangeGateway>choice("exchange", "stand-in")
                .standIn("stand-in", StandInExchange::new)
                .adapter("http", this::httpExchange)
                .chosen();
    }

    private HttpExchange httpExchange() {
        String system = needed("yiwang.exchange.system");
        byte[] secret = exchangeKeys
                .get()
                .of(system)
                .orElseThrow(() -> new IllegalStateException("the file of keys has no line for " + system));
        return new HttpExchange(
                new HttpExchange.Exchange(
                        URI.create(needed("yiwang.exchange.url")),
                        system,
                        secret,
                        Duration.ofSeconds(Long.parseLong(setting("yiwang.exchange.timeout", "20")))),
                machine);
    }

    /** 电子证照查询: {@code yiwang.licences=http|stand-in}; the sharing platform as for {@link #dataLookup()}. */
    @Produces
    @ApplicationScoped
    LicenceLookup licenceLookup() {
        return this.<LicenceLookup>choice("licences", "stand-in")
                .standIn("stand-in", StandInLicences::new)
                .adapter("http", () -> new HttpLicence(signedLookup()))
                .chosen();
    }

    /**
     * 数据核验: {@code yiwang.datacheck=http|stand-in}. The sharing platform is {@code yiwang.sharing.url}, our code there {@code
     * yiwang.sharing.system}; {@code yiwang.sharing.timeout} seconds are waited; we sign with our line in the file of keys.
     */
    @Produces
    @ApplicationScoped
    DataLookup dataLookup() {
        return this.<DataLookup>choice("datacheck", "stand-in")
                .standIn("stand-in", StandInData::new)
                .adapter("http", () -> new HttpData(signedLookup()))
                .chosen();
    }

    private SignedLookup signedLookup() {
        String system = needed("yiwang.sharing.system");
        byte[] secret = exchangeKeys
                .get()
                .of(system)
                .orElseThrow(() -> new IllegalStateException("the file of keys has no line for " + system));
        return new SignedLookup(
                new SignedLookup.Platform(
                        URI.create(needed("yiwang.sharing.url")),
                        system,
                        secret,
                        Duration.ofSeconds(Long.parseLong(setting("yiwang.sharing.timeout", "8")))),
                machine);
    }

    /** 交换密钥: {@code yiwang.exchangekeys=file|stand-in}, with {@code yiwang.exchangekeys.file}. */
    @Produces
    @ApplicationScoped
    ExchangeKeys exchangeKeys() {
        return this.<ExchangeKeys>choice("exchangekeys", "stand-in")
                .standIn("stand-in", () -> new StandInKeys(profile))
                .adapter("file", () -> new FileOfKeys(Path.of(needed("yiwang.exchangekeys.file"))))
                .chosen();
    }

    /** 读卡器: {@code yiwang.cardreader=stand-in|none}; no real reader is connected yet. */
    @Produces
    @ApplicationScoped
    CardReader cardReader() {
        return this.<CardReader>choice("cardreader", "stand-in")
                .standIn("stand-in", () -> new StandInCardReader(profile))
                .adapter("none", NoCardReader::new)
                .chosen();
    }

    /** 统一物流: {@code yiwang.courier=stand-in|none}; with none, waybills are filled in by hand. */
    @Produces
    @ApplicationScoped
    Courier courier() {
        return this.<Courier>choice("courier", "stand-in")
                .standIn("stand-in", StandInCourier::new)
                .adapter("none", NoCourier::new)
                .chosen();
    }

    private <T> Choice<T> choice(String port, String outsideProduction) {
        return new Choice<>(port, config.getOptionalValue("yiwang." + port, String.class), outsideProduction, profile);
    }

    private String setting(String key, String otherwise) {
        return config.getOptionalValue(key, String.class).orElse(otherwise);
    }

    private String needed(String key) {
        return config.getOptionalValue(key, String.class)
                .orElseThrow(() -> new IllegalStateException(key + " is not set"));
    }

    @Override
    public int order() {
        return GROUND;
    }

    @Override
    public String name() {
        return "adapters";
    }

    /** Every choice is made now, so that a wrong one stops the start and not the first case. */
    @Override
    public void run() {
        for (Instance<?> port : List.of(
                directory,
                files,
                scan,
                payment,
                seals,
                stamps,
                mail,
                sms,
                cards,
                exchangeKeys,
                exchange,
                courier,
                licences,
                sharedData)) {
            // A proxy makes what stands behind it when it is first asked for anything.
            port.get().toString();
        }
    }
}
