package org.yiwang.test.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.yiwang.test.Api;
import org.yiwang.test.Reply;
import org.yiwang.test.scenario.City;

/** 负载: programs that submit applications and clerks that accept them, all at once; what was answered is remembered. */
final class Load {

    /** Items decided at once and items that wait for a clerk, in turn; each pair for one citizen. */
    private static final List<Work> WORK = List.of(
            new Work("chenjing", "elder-allowance"),
            new Work("wangqiang", "residence-permit"),
            new Work("chenjing", "cross-medical"),
            new Work("wangqiang", "estate-query"));

    private static final int EACH = 6;

    private final City city;
    private final int fatal;
    private final Runnable death;
    private final Map<Work, List<String>> drafts = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final ConcurrentLinkedQueue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Submitted> submitted = new ConcurrentLinkedQueue<>();

    private record Work(String citizen, String item) {
        boolean instant() {
            return item.equals("cross-medical") || item.equals("estate-query");
        }
    }

    /** 已答复: a POST and what came back. */
    record Answered(Api who, String path, String key, Object body, Reply reply) {

        /** The very same again. */
        Reply again() {
            return who.post(path).key(key).json(body).send();
        }
    }

    /** 已提交: a draft, and the number that was given to it. */
    record Submitted(String draft, String caseNo) {}

    /**
     * @param fatal after this many answers to submissions and acceptances somebody dies
     * @param death done once, by the client whose answer it was, while the others go on
     */
    Load(City city, int fatal, Runnable death) {
        this.city = city;
        this.fatal = fatal;
        this.death = death;
    }

    /** Fills in what will be submitted; a PUT that names the version it saw is nothing to send again blindly. */
    void prepare() throws Exception {
        together(this::fillIn);
    }

    /** Comes back when every client has all its answers. */
    void run() throws Exception {
        together(this::client);
    }

    private static void together(Consumer<Work> part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WORK.size());
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (Work work : WORK) {
                clients.add(threads.submit(() -> part.accept(work)));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void fillIn(Work work) {
        Api citizen = city.as(work.citizen());
        List<String> filled = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            filled.add(city.draft(citizen, Api.object("itemCode", work.item()), city.answers(work.item())));
        }
        drafts.put(work, filled);
    }

    private void client(Work work) {
        Api citizen = city.as(work.citizen());
        Api clerk = city.as("window-1");
        for (String draft : drafts.get(work)) {
            Reply receipt = post(citizen, "/drafts/" + draft + "/submission", Api.object())
                    .expect(201);
            String caseNo = receipt.text("/caseNo");
            submitted.add(new Submitted(draft, caseNo));
            if (!work.instant()) {
                ObjectNode accept = city.action(clerk, caseNo, "ACCEPT");
                post(clerk, "/cases/" + caseNo + "/actions", accept).expect(200);
            }
        }
    }

    private Reply post(Api who, String path, ObjectNode body) {
        String key = UUID.randomUUID().toString();
        Reply reply = who.post(path).key(key).json(body).send();
        answered.add(new Answered(who, path, key, body, reply));
        if (answers.incrementAndGet() == fatal) {
            death.run();
        }
        return reply;
    }

    List<Answered> answered() {
        return List.copyOf(answered);
    }

    List<Submitted> submitted() {
        return List.copyOf(submitted);
    }
}
