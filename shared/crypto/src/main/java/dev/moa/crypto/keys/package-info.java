/** Keys and where they are kept. */
package dev.moa.crypto.keys;
