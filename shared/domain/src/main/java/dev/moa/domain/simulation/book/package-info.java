/** A limit order book on whole ticks and lots: price, then time. Primitive arrays throughout; in steady state nothing is allocated. */
package dev.moa.domain.simulation.book;
