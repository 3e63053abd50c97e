/** How positions end: closed by a person, protected by target and stop, watched by the stop guard. */
package dev.moa.trading.exit;
