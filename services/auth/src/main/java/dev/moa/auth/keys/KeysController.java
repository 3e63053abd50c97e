package dev.moa.auth.keys;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

@Hidden
@Controller("/internal/keys")
class KeysController {

    private final AuthKeys keys;

    KeysController(AuthKeys keys) {
        this.keys = keys;
    }

    @Get
    Map<String, Object> keys() {
        return keys.published();
    }
}
