/** The stored private stream of each person, from which sockets are fed and resumed. */
package dev.moa.notification.live;
