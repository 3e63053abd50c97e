/** Paper trading: the simulated venue behind the port of a real broker. */
package dev.moa.broker.paper;
