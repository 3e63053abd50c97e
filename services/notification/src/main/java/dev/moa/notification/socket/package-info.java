/** One WebSocket as a wire: frames in and out, bounded in both directions, never blocking anybody else. */
package dev.moa.notification.socket;
