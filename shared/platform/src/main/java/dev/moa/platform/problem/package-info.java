/** Every refusal of every service as RFC 9457 {@code application/problem+json}, and the request id that ties it to the log. */
package dev.moa.platform.problem;
