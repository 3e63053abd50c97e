/** The protocol of {@code /ws}: who is connected, what they want to hear, and getting it to them. */
package dev.moa.notification.push;
