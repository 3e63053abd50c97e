/** Latest values over Redis: fast, shared, and never the only copy of anything. */
package dev.moa.platform.live;
