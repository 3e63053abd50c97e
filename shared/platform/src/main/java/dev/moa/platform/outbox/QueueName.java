package dev.moa.platform.outbox;

/** The names of a consumer's queue: {@code moa.<service>.<queue>}, also the key of its inbox, and its dead queue. */
record QueueName(String service, String queue) {

    String live() {
        return "moa." + service + "." + queue;
    }

    String dead() {
        return "moa.dead." + service + "." + queue;
    }

    @Override
    public String toString() {
        return live();
    }
}
