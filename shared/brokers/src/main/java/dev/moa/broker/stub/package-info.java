/**
 * The adapter for Moa's own plain test protocol: what the test kit's exchange speaks over real HTTP and WebSocket sockets. It
 * stands for a real broker where the whole suite is tested without one, in each of the three classes of venues, and is there
 * only when its address is configured ({@code MOA_BROKER_STUB_REST_URL}).
 *
 * <p>Requests carry {@code X-Key}. {@code POST /orders} places, {@code DELETE /orders} cancels, {@code PUT /orders} changes,
 * {@code GET /order} and {@code GET /orders}, {@code /fills}, {@code /movements}, {@code /account} tell; lists say whether they
 * are complete. A refusal has a body with a {@code code}, whatever its HTTP status; anything else is no answer. The stream
 * {@code /stream} tells orders and fills as they change.
 */
package dev.moa.broker.stub;
