/** Roles, schemas and migrations of the one database; used by the run-once {@code migrate} command and by the tests. */
package dev.moa.database;
