/** What a venue says when it is asked: values without behaviour, in the domain's terms, as far as the venue knows them. */
package dev.moa.broker.snapshot;
