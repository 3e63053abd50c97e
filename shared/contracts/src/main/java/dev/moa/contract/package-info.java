/** Messages between processes. Adding an optional field keeps the version; everything else is a new record. */
package dev.moa.contract;
