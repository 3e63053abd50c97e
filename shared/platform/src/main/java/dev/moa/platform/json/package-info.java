/** JSON as it stands on every wire of ours: snake_case, decimals as strings, times in ISO-8601 UTC, no nulls. */
package dev.moa.platform.json;
