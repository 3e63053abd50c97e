/** What people say to the bot and what it answers: linking a chat to a person, commands. */
package dev.moa.notification.chat;
