package dev.moa.domain.value;

/** A value that the domain refuses to hold. The message is plain English and may be shown to a person. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /** @param field what was wrong, in the words of the API ({@code quantity}); @param problem the rest of the sentence */
    public InvalidValue(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /** The field as the API names it. */
    public String field() {
        return field;
    }

    /** What is wrong with it, without the field's name. */
    public String problem() {
        return problem;
    }
}
