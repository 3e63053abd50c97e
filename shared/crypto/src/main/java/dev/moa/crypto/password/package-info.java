/** Passwords: slow hashes that carry their own parameters. */
package dev.moa.crypto.password;
