/** Lists of the API: newest first, a limit and an opaque cursor. */
package dev.moa.platform.page;
