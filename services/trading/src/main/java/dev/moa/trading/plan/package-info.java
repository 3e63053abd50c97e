/** Plans at work: advanced on their account's lane, stored with the orders that carry them out. */
package dev.moa.trading.plan;
