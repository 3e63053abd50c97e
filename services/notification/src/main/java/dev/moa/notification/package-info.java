/** What people are told: sockets, inbox, Telegram. The beans of this tree exist in the notification process only. */
@Configuration
@Requires(env = "notification")
package dev.moa.notification;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
