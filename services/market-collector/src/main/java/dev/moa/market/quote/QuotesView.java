package dev.moa.market.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.moa.contract.LiveMessages.Quote;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Latest prices; the fields of an item are those of the live message. */
@Serdeable
record QuotesView(@JsonInclude(JsonInclude.Include.ALWAYS) List<Quote> items) {}
