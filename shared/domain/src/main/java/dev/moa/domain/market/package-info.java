/** What a market takes at this moment: sessions, halts, price limits, the size that a leverage allows. */
package dev.moa.domain.market;
