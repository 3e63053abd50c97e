/** The latest price of each instrument, as Redis told it; may lag and may be missing. */
package dev.moa.notification.price;
