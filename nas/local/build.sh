# Builds what changed into target/suite, and puts it where the suite's user can read it ($MOA_HOME/app).
# shellcheck shell=bash

# digest PATH…: one number for the names and contents of all files below.
digest() {
    (cd "$ROOT" && find "$@" -type f ! -path '*/target/*' ! -path '*/node_modules/*' ! -path '*/dist/*' -print0 2>/dev/null |
        LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -c1-32)
}

java_digest() {
    local sources=(pom.xml services/pom.xml nas/image/Warmup.java nas/image/OpenApi.java nginx/routes.conf) module
    for module in database shared/* services/*; do
        [[ ! -e $ROOT/$module/pom.xml ]] || sources+=("$module/pom.xml")
        [[ ! -d $ROOT/$module/src/main ]] || sources+=("$module/src/main")
    done
    (cd "$ROOT" && digest "${sources[@]}")
    sed -n 's/^JAVA_RUNTIME_VERSION=//p' "$JAVA_HOME/release"
}

build_java() {
    local wanted fresh=$SUITE.new
    wanted=$(java_digest)
    [[ ! -e $SUITE/java.stamp || $(<"$SUITE/java.stamp") != "$wanted" ]] || return 0
    require_maven
    say "building the services …"
    rm -rf "$fresh"
    mkdir -p "$fresh"
    maven -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dmoa.lib="$fresh/lib" -Dmoa.migrate="$fresh/migrate" -pl "$(services_list)" -am ||
        fail "the build failed; the errors stand above, all of it in target/build.log."
    collect_jars "$fresh"
    make_warmup "$fresh"
    printf '%s\n' "$wanted" >"$fresh/java.stamp"
    write_interface "$fresh"
    mkdir -p "$SUITE"
    rm -rf "${SUITE:?}/lib" "$SUITE/migrate" "$SUITE/java.stamp" "$SUITE"/moa.aot{,.failed}
    mv "$fresh"/* "$SUITE/"
    rmdir "$fresh"
}

services_list() {
    local name list=database
    for name in "${SERVICES[@]}"; do list+=,services/$name; done
    printf %s "$list"
}

# The libraries of all five lie in lib/ already (services/pom.xml); what only the migration needs stays apart.
collect_jars() {
    local name jar
    for name in "${SERVICES[@]}"; do cp -p "$ROOT/services/$name/target/moa-$name-"*.jar "$1/lib/"; done
    cp -p "$ROOT"/database/target/moa-database-*.jar "$1/migrate/"
    for jar in "$1/migrate"/*.jar; do
        [[ ! -e $1/lib/$(basename "$jar") ]] || rm "$jar"
    done
    rm -f "$1"/*/*-{sources,javadoc,tests}.jar
    jar=$(cd "$1/lib" && printf '%s\n' *.jar | sed -E 's/-[0-9][^-]*(-[A-Z].*)?\.jar$//' | sort | uniq -d)
    [[ -z $jar ]] || fail "two versions of the same library are in the class path: $jar."
}

make_warmup() {
    local classes=$SCRATCH/warmup
    [[ -e $ROOT/nas/image/Warmup.java ]] || return 0
    "$JAVA_HOME/bin/javac" --release 25 -d "$classes" "$ROOT/nas/image/Warmup.java" ||
        fail "nas/image/Warmup.java does not compile."
    "$JAVA_HOME/bin/jar" --create --file "$1/lib/zz-moa-warmup.jar" --date=2026-01-01T00:00:00Z -C "$classes" .
}

# write_interface SUITE [FOLDER [OPTION]]: the merged OpenAPI document and its page; they lie beside the page's own files.
write_interface() {
    local yaml classes=$SCRATCH/openapi to=${2:-$ROOT/services/web/public}
    [[ -d $to ]] || return 0
    yaml=$(printf '%s\n' "$1"/lib/snakeyaml-*.jar)
    "$JAVA_HOME/bin/javac" --release 25 -cp "$yaml" -d "$classes" "$ROOT/nas/image/OpenApi.java" ||
        fail "nas/image/OpenApi.java does not compile."
    "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 ${3:+"$3"} -cp "$classes:$yaml" dev.moa.warmup.OpenApi "$1/lib" "$to" \
        "$ROOT/nginx/routes.conf" || fail "the description of the interface could not be made."
}

build_web() {
    local web=$ROOT/services/web wanted lock
    [[ -e $web/package.json ]] || return 0
    [[ -e $web/public/openapi.yml ]] || write_interface "$SUITE"
    wanted=$(digest services/web)
    [[ ! -e $SUITE/web.stamp || ! -d $web/dist || $(<"$SUITE/web.stamp") != "$wanted" ]] || return 0
    require_node
    say "building the page …"
    lock=$(sha256sum <"$web/package-lock.json")
    if [[ ! -e $web/node_modules/.moa-lock || $(<"$web/node_modules/.moa-lock") != "$lock" ]]; then
        (cd "$web" && npm ci --no-audit --no-fund >"$SCRATCH/npm" 2>&1) ||
            fail "npm ci failed: $(grep -m 1 -i 'err' "$SCRATCH/npm")"
        printf '%s\n' "$lock" >"$web/node_modules/.moa-lock"
    fi
    (cd "$web" && npm run build >"$SCRATCH/npm" 2>&1) || {
        tail -n 30 "$SCRATCH/npm" >&2
        fail "the page could not be built; the errors stand above."
    }
    mkdir -p "$SUITE"
    digest services/web >"$SUITE/web.stamp"
}

build() {
    build_java
    build_web
}

# copy_tree FROM TO: replaces TO by a copy that belongs to the owner, with the times kept (the start-up cache checks them).
copy_tree() {
    # shellcheck disable=SC2016 # expands in the inner shell
    tar -C "$1" -cf - . | as_owner bash -c 'umask 022; rm -rf "$1.new" && mkdir -p "$1.new" && tar -C "$1.new" -xpf - --no-same-owner &&
        rm -rf "$1" && mv "$1.new" "$1"' - "$2"
}

install_scripts() {
    as_owner mkdir -p "$MOA_HOME/app/bin"
    own_file "$MOA_HOME/app/bin/supervise" 755 <"$LOCAL/supervise"
    own_file "$MOA_HOME/app/bin/launch" 755 <"$ROOT/nas/image/launch"
    own_file "$MOA_HOME/app/bin/rabbitmq" 755 <"$ROOT/nas/servers/rabbitmq"
}

app_stamp() {
    cat "$SUITE/java.stamp" "$SUITE/web.stamp" 2>/dev/null || true
    digest nginx nas/image
}
app_is_current() { [[ -e $MOA_HOME/app/stamp && $(<"$MOA_HOME/app/stamp") == "$(app_stamp)" ]]; }

install_app() {
    local part
    as_owner rm -f "$MOA_HOME/app/stamp" "$MOA_HOME/app/moa.aot"
    for part in lib migrate; do copy_tree "$SUITE/$part" "$MOA_HOME/app/$part"; done
    copy_tree "$ROOT/nginx" "$MOA_HOME/app/nginx"
    if [[ -d $ROOT/services/web/dist ]]; then
        copy_tree "$ROOT/services/web/dist" "$MOA_HOME/app/web"
    else
        as_owner mkdir -p "$MOA_HOME/app/web"
    fi
    app_stamp | own_file "$MOA_HOME/app/stamp"
}
