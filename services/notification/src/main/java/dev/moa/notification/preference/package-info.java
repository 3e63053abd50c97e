/** What a person wants to hear, where, and in which language. */
package dev.moa.notification.preference;
