package dev.moa.notification.inbox;

import dev.moa.contract.Envelope;
import dev.moa.contract.TradingEvents.ApprovalRequested;
import dev.moa.notification.approval.ApprovalButtons;
import dev.moa.notification.approval.ApprovalButtons.Waiting;
import dev.moa.notification.chat.ChatLinking;
import dev.moa.notification.delivery.Deliveries;
import dev.moa.notification.delivery.DeliveryDraft;
import dev.moa.notification.live.LiveDraft;
import dev.moa.notification.live.LiveEvents;
import dev.moa.notification.preference.People;
import dev.moa.notification.preference.Person;
import dev.moa.notification.telegram.Html;
import dev.moa.platform.Ids;
import dev.moa.platform.outbox.Received;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Facts of people: stored in the inbox, put on the live stream, queued for the chat. All or nothing. */
@Singleton
class Inbox {
    private final NotificationStore store;
    private final LiveTelling telling;
    private final LiveEvents live;
    private final Outside outside;
    private final People people;
    private final Clock clock;

    Inbox(NotificationStore store, LiveTelling telling, LiveEvents live, Outside outside, People people, Clock clock) {
        this.store = store;
        this.telling = telling;
        this.live = live;
        this.outside = outside;
        this.people = people;
        this.clock = clock;
    }

    /** Part of the running transaction; a handful of statements for each person, however many facts there are. */
    void take(List<Received<?>> facts) {
        Map<UUID, Person> known = new HashMap<>();
        Map<UUID, List<LiveDraft>> streams = new LinkedHashMap<>();
        Map<Notification, Person> notifications = new LinkedHashMap<>();
        Map<Notification, Waiting> waiting = new HashMap<>();
        for (Received<?> received : facts) {
            Envelope envelope = received.envelope();
            Person person = known.computeIfAbsent(envelope.owner(), people::find);
            List<LiveDraft> stream = streams.computeIfAbsent(person.userId(), id -> new ArrayList<>());
            stream.addAll(telling.of(envelope, received.fact()));
            Wording.of(received.fact(), person.language()).ifPresent(message -> {
                Notification notification = notification(envelope, person, message);
                notifications.put(notification, person);
                if (received.fact() instanceof ApprovalRequested asked) {
                    waiting.put(notification, new Waiting(asked.approvalId(), asked.expiresAt()));
                }
                stream.add(telling.of(notification));
            });
        }
        store.insert(notifications.keySet());
        notifications.forEach((notification, person) -> outside.send(person, notification, waiting.get(notification)));
        streams.forEach(live::append);
    }

    private Notification notification(Envelope envelope, Person person, Message message) {
        return new Notification(
                Ids.next(),
                person.userId(),
                envelope.eventId(),
                message.kind(),
                message.title(),
                message.text(),
                envelope.subject(),
                clock.instant());
    }

    /** The ways out of the house. */
    @Singleton
    static class Outside {
        private final ChatLinking chats;
        private final Deliveries deliveries;
        private final ApprovalButtons buttons;

        Outside(ChatLinking chats, Deliveries deliveries, ApprovalButtons buttons) {
            this.chats = chats;
            this.deliveries = deliveries;
            this.buttons = buttons;
        }

        /** @param waiting the order that the message asks about; null for none */
        void send(Person person, Notification notification, Waiting waiting) {
            Optional<String> chat = person.hearsInTelegram(notification.kind())
                    ? chats.addressHeldFor(person.userId())
                    : Optional.empty();
            chat.ifPresent(address -> deliveries.enqueue(new DeliveryDraft(
                            person.userId(),
                            notification.id(),
                            address,
                            Html.bold(notification.title()) + "\n" + Html.text(notification.text()))
                    .with(waiting == null ? null : keyboard(person, waiting))));
        }

        private String keyboard(Person person, Waiting waiting) {
            return buttons.keyboard(person.userId(), person.language(), List.of(waiting));
        }
    }
}
