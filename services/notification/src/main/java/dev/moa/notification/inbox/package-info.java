/** Facts of the other services become words for people: the inbox, what is sent outside, the live stream. */
package dev.moa.notification.inbox;
