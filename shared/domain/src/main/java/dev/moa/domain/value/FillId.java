package dev.moa.domain.value;

/** The identity of one fill: the venue's own id, or one derived from content where the venue has none. */
public record FillId(String value) {
    /** @throws InvalidValue unless the text has 1 to 128 characters */
    public FillId {
        if (value == null || value.isBlank() || value.length() > 128) {
            throw new InvalidValue("fill_id", "must have 1 to 128 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
