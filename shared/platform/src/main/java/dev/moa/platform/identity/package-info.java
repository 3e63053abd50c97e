/**
 * Who is calling: access tokens are checked here against auth's published keys, and the session behind a token outranks
 * what the token says. Also how our services call each other.
 */
package dev.moa.platform.identity;
