/** Messages that leave the house: stored with what caused them, sent in order per address, at least once. */
package dev.moa.notification.delivery;
