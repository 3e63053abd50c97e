/** What people order, change and cancel over HTTP. */
package dev.moa.trading.ticket;
