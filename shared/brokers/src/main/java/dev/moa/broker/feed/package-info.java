/** What public feeds over a stream have in common. */
package dev.moa.broker.feed;
