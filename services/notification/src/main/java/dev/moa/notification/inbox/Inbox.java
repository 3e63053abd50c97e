package dev.moa.notification.inbox;

import dev.moa.contract.Envelope;
import dev.moa.contract.Fact;
import dev.moa.notification.chat.ChatLinking;
import dev.moa.notification.delivery.Deliveries;
import dev.moa.notification.delivery.DeliveryDraft;
import dev.moa.notification.live.LiveDraft;
import dev.moa.notification.live.LiveEvents;
import dev.moa.notification.preference.People;
import dev.moa.notification.preference.Person;
import dev.moa.notification.telegram.Html;
import dev.moa.platform.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One fact of one person: stored in the inbox, put on the live stream, queued for the chat. All or nothing. */
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

    /** Part of the running transaction. */
    void take(Envelope envelope, Fact fact) {
        Person person = people.find(envelope.owner());
        List<LiveDraft> drafts = new ArrayList<>(telling.of(envelope, fact));
        Wording.of(fact, person.language()).ifPresent(message -> {
            Notification notification = new Notification(
                    Ids.next(),
                    person.userId(),
                    envelope.eventId(),
                    message.kind(),
                    message.title(),
                    message.text(),
                    envelope.subject(),
                    clock.instant());
            store.insert(notification);
            outside.send(person, notification);
            drafts.add(telling.of(notification));
        });
        live.append(person.userId(), envelope.eventId(), drafts);
    }

    /** The ways out of the house. */
    @Singleton
    static class Outside {
        private final ChatLinking chats;
        private final Deliveries deliveries;

        Outside(ChatLinking chats, Deliveries deliveries) {
            this.chats = chats;
            this.deliveries = deliveries;
        }

        void send(Person person, Notification notification) {
            Optional<String> chat = person.hearsInTelegram(notification.kind())
                    ? chats.addressHeldFor(person.userId())
                    : Optional.empty();
            chat.ifPresent(address -> deliveries.enqueue(new DeliveryDraft(
                    person.userId(),
                    notification.id(),
                    address,
                    Html.bold(notification.title()) + "\n" + Html.text(notification.text()))));
        }
    }
}
