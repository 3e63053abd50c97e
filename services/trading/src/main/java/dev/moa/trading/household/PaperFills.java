package dev.moa.trading.household;

import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.FillModel.Liquidity;
import dev.moa.platform.settings.BadSetting;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;

/** How the paper venue fills orders ({@code MOA_PAPER_FILLS}); read once at start, so that a bad value stops it. */
@Context
public class PaperFills {
    private final FillModel model;

    PaperFills(@Value("${MOA_PAPER_FILLS:measured}") String setting) {
        this.model = FillModel.SIGNAL_CLOSE.with(
                switch (setting.strip()) {
                    case "measured" -> Liquidity.MEASURED;
                    case "whole" -> Liquidity.ENDLESS;
                    default ->
                        throw new BadSetting("MOA_PAPER_FILLS must be measured or whole, but is " + setting + ".");
                });
    }

    public FillModel model() {
        return model;
    }
}
