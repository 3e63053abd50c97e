/** Settings from the environment: secrets from files, one sentence when something is wrong. */
package dev.moa.platform.settings;
