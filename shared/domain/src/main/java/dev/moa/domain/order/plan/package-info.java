/** Orders that need several plain ones: what to place and cancel next follows from the terms and the plain orders so far. */
package dev.moa.domain.order.plan;
