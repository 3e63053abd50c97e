/**
 * What every adapter that talks to a venue shares: one kept-alive WebSocket, guarded reads over HTTP, a JSON reader that
 * trusts nobody. Nothing here knows a venue.
 */
package dev.moa.broker.http;
