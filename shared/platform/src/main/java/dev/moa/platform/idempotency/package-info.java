/** The same call twice is one call: answers kept under the caller's {@code Idempotency-Key} for seven days. */
package dev.moa.platform.idempotency;
