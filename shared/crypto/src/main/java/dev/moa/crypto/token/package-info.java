/** Random secrets that people and programs carry, and the form in which we keep them. */
package dev.moa.crypto.token;
