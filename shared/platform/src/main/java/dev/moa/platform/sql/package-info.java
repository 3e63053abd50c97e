/** Hand-written SQL on the service's own schema: statements, transactions, and what their failures mean. */
package dev.moa.platform.sql;
