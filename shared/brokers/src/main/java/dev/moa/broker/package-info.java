/**
 * The ports to brokers and venues and every adapter behind them. Knows no users, no database and no framework's beans; a
 * new venue is one folder and one line in the catalogue.
 */
package dev.moa.broker;
