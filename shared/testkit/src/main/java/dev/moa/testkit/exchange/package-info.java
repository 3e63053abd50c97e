/** A venue that takes orders over real sockets, keeps books of its own, and misbehaves as a test tells it to. */
package dev.moa.testkit.exchange;
