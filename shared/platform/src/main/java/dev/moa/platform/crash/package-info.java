/** Named places at which tests let a process end; in production every one of them does nothing. */
package dev.moa.platform.crash;
