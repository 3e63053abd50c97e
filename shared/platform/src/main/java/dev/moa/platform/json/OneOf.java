package dev.moa.platform.json;

import io.micronaut.context.annotation.AliasFor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a text of an answer: the words it can be, for the OpenAPI document. Nothing checks them at run time. */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Schema(type = "string", requiredMode = Schema.RequiredMode.REQUIRED)
public @interface OneOf {

    @AliasFor(annotation = Schema.class, member = "allowableValues")
    String[] value();
}
