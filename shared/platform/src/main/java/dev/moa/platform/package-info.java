/** What all five services do alike: one start, one identity of things, and the packages beside this one. */
package dev.moa.platform;
