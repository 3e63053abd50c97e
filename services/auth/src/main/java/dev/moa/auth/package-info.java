/** Who may come in: accounts, invites, sessions, token keys, and the state of the whole suite. */
@Configuration
@Requires(env = "auth")
package dev.moa.auth;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
