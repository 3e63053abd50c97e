/** Whether this process can do its work, and what it waits for at its start. */
package dev.moa.platform.health;
