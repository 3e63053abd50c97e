package dev.moa.domain.order;

import static dev.moa.domain.order.OrderStatus.Step.alarm;
import static dev.moa.domain.order.OrderStatus.Step.error;
import static dev.moa.domain.order.OrderStatus.Step.to;

import dev.moa.domain.order.OrderEvent.Accepted;
import dev.moa.domain.order.OrderEvent.Amended;
import dev.moa.domain.order.OrderEvent.CancelRefused;
import dev.moa.domain.order.OrderEvent.CancelRequested;
import dev.moa.domain.order.OrderEvent.Cancelled;
import dev.moa.domain.order.OrderEvent.Deferred;
import dev.moa.domain.order.OrderEvent.Expired;
import dev.moa.domain.order.OrderEvent.Filled;
import dev.moa.domain.order.OrderEvent.Rejected;
import dev.moa.domain.order.OrderEvent.Submitted;
import dev.moa.domain.order.OrderEvent.Trailed;
import dev.moa.domain.order.OrderEvent.Triggered;
import dev.moa.domain.order.OrderEvent.Unconfirmed;

/** Where an order stands. The whole life of an order is the one switch in {@link #next}. */
public enum OrderStatus {
    /** Checked and stored, not sent. */
    PENDING_NEW,
    SUBMITTED,
    ACCEPTED,
    PARTIALLY_FILLED,
    PENDING_CANCEL,
    /** Sent, and nobody knows what became of it. */
    UNKNOWN,
    FILLED,
    CANCELLED,
    EXPIRED,
    REJECTED;

    /** Whether it may still trade as far as we know: it holds a reservation. */
    public boolean isOpen() {
        return switch (this) {
            case PENDING_NEW, SUBMITTED, ACCEPTED, PARTIALLY_FILLED, PENDING_CANCEL, UNKNOWN -> true;
            case FILLED, CANCELLED, EXPIRED, REJECTED -> false;
        };
    }

    /** Where an event leads, whether it can be true at all, and whether somebody should look. */
    public record Step(OrderStatus status, boolean isError, boolean isAlarm) {
        static Step to(OrderStatus status) {
            return new Step(status, false, false);
        }

        static Step alarm(OrderStatus status) {
            return new Step(status, false, true);
        }

        static Step error(OrderStatus stays) {
            return new Step(stays, true, true);
        }
    }

    /**
     * The transition table.
     *
     * @param progress how much is filled once the event is counted
     */
    public Step next(OrderEvent event, Progress progress) {
        return switch (this) {
            case PENDING_NEW ->
                switch (event) {
                    case Submitted _ -> to(SUBMITTED);
                    case CancelRequested _ -> to(CANCELLED);
                    case Rejected _ -> to(REJECTED);
                    case Deferred _, Amended _, Triggered _, Trailed _ -> to(this);
                    case Accepted _, Filled _, Cancelled _, CancelRefused _, Expired _, Unconfirmed _ -> error(this);
                };
            case SUBMITTED, ACCEPTED ->
                switch (event) {
                    case Accepted _ -> to(ACCEPTED);
                    case Filled _ -> to(progress.status());
                    case CancelRequested _ -> to(PENDING_CANCEL);
                    case Cancelled _ -> to(CANCELLED);
                    case Rejected _ -> to(REJECTED);
                    case Expired _ -> to(EXPIRED);
                    case Unconfirmed _ -> to(UNKNOWN);
                    case Deferred _ -> this == SUBMITTED ? to(PENDING_NEW) : error(this);
                    case Amended _, Triggered _, Trailed _ -> to(this);
                    case Submitted _, CancelRefused _ -> error(this);
                };
            case PARTIALLY_FILLED ->
                switch (event) {
                    case Accepted _, Amended _, Triggered _, Trailed _ -> to(this);
                    case Filled _ -> to(progress.status());
                    case CancelRequested _ -> to(PENDING_CANCEL);
                    case Cancelled _ -> to(CANCELLED);
                    case Expired _ -> to(EXPIRED);
                    case Unconfirmed _ -> to(UNKNOWN);
                    case Submitted _, CancelRefused _, Rejected _, Deferred _ -> error(this);
                };
            case PENDING_CANCEL ->
                switch (event) {
                    case Accepted _, CancelRequested _, Amended _, Triggered _, Trailed _ -> to(this);
                    case Filled _ -> to(progress == Progress.ALL ? FILLED : this);
                    case Cancelled _, Deferred _ -> to(CANCELLED);
                    case CancelRefused _ -> to(progress.status());
                    case Rejected _ -> to(REJECTED);
                    case Expired _ -> to(EXPIRED);
                    case Unconfirmed _ -> to(UNKNOWN);
                    case Submitted _ -> error(this);
                };
            case UNKNOWN ->
                switch (event) {
                    case Accepted _, Filled _, CancelRefused _ -> to(progress.status());
                    case CancelRequested _ -> to(PENDING_CANCEL);
                    case Cancelled _ -> to(CANCELLED);
                    case Rejected _, Deferred _ -> to(REJECTED);
                    case Expired _ -> to(EXPIRED);
                    case Unconfirmed _, Amended _, Triggered _, Trailed _ -> to(this);
                    case Submitted _ -> error(this);
                };
            case CANCELLED, EXPIRED ->
                switch (event) {
                    case Filled _ -> alarm(progress == Progress.ALL ? FILLED : this);
                    case Accepted _, Cancelled _, CancelRefused _, Rejected _, Deferred _, Expired _ -> to(this);
                    case Submitted _, CancelRequested _, Unconfirmed _, Amended _, Triggered _, Trailed _ ->
                        error(this);
                };
            case REJECTED ->
                switch (event) {
                    case Accepted _, Filled _ -> alarm(progress.status());
                    case Cancelled _ -> to(CANCELLED);
                    case Rejected _, Deferred _ -> to(this);
                    case Expired _ -> to(EXPIRED);
                    case Submitted _,
                            CancelRequested _,
                            CancelRefused _,
                            Unconfirmed _,
                            Amended _,
                            Triggered _,
                            Trailed _ -> error(this);
                };
            case FILLED ->
                switch (event) {
                    case Filled _ -> alarm(this);
                    case Accepted _, Cancelled _, CancelRefused _ -> to(this);
                    case Submitted _,
                            CancelRequested _,
                            Rejected _,
                            Deferred _,
                            Expired _,
                            Unconfirmed _,
                            Amended _,
                            Triggered _,
                            Trailed _ -> error(this);
                };
        };
    }
}
