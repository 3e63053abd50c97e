package dev.moa.platform.idempotency;

import dev.moa.platform.problem.Problem;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/** A refusal as it is stored, to be refused in the same words again. */
@Serdeable
record KeptProblem(
        int status, String code, String detail, List<Map<String, String>> fields, Map<String, Object> members) {

    static KeptProblem of(Problem problem) {
        return new KeptProblem(problem.status(), problem.code(), problem.detail(), problem.fields(), problem.members());
    }

    Problem again() {
        Problem problem = Problem.of(status, code, detail);
        if (fields != null) {
            fields.forEach(entry -> problem.field(entry.get("field"), entry.get("message")));
        }
        if (members != null) {
            members.forEach(problem::with);
        }
        return problem;
    }
}
