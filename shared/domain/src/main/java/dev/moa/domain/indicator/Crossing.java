package dev.moa.domain.indicator;

/**
 * Tells when one line crosses another. Lines that touch have not crossed: a crossing is when the last difference that was not zero
 * had the other sign. Mutable.
 */
public final class Crossing {
    private int last;

    /**
     * Takes the next sign of "first line minus second line".
     *
     * @return +1 when the first line has just crossed above, −1 below, 0 when nothing crossed
     */
    public int next(int sign) {
        if (sign == 0 || sign == last) {
            return 0;
        }
        int before = last;
        last = sign;
        return before == 0 ? 0 : sign;
    }
}
