# Finds the JDK, Maven and Node that must be on the machine; says in one sentence what is missing.
# shellcheck shell=bash

is_jdk_25() {
    [[ -x $1/bin/javac && -r $1/release ]] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

find_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*25*; do
        if [[ -n $candidate ]] && is_jdk_25 "$candidate"; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    candidate=$(command -v javac || true)
    if [[ -n $candidate ]]; then
        candidate=$(dirname "$(dirname "$(readlink -f "$candidate")")")
        if is_jdk_25 "$candidate"; then
            export JAVA_HOME=$candidate
            return
        fi
    fi
    fail "a JDK 25 is missing: install one, for example from https://adoptium.net/temurin/releases/?version=25, and name its folder in JAVA_HOME."
}

# at_least WANTED HAVE: compares dotted numbers.
at_least() { [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]; }

require_maven() {
    local have
    command -v mvn >/dev/null || fail "Maven 3.8 or newer is missing: install it, for example with apt install maven."
    have=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
    at_least 3.8 "${have:-0}" || fail "Maven 3.8 or newer is needed; this machine has ${have:-none}."
}

require_node() {
    local have
    { command -v node && command -v npm; } >/dev/null ||
        fail "Node 20.19 or newer with npm is missing: get it from https://nodejs.org or https://deb.nodesource.com."
    have=$(node -v)
    at_least 20.19 "${have#v}" || fail "Node 20.19 or newer is needed; this machine has $have."
}

# maven ARGUMENT…: offline first, with the network only when something is not in the local repository yet.
maven() {
    local log=$ROOT/target/build.log
    mkdir -p "$ROOT/target"
    export MAVEN_OPTS=${MAVEN_OPTS:--Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow}
    if mvn -f "$ROOT/pom.xml" -B -ntp -o "$@" >"$log" 2>&1; then return 0; fi
    if grep -qE 'offline mode|has not been downloaded from it before|was not found in|No plugin found|Non-resolvable' "$log"; then
        say "fetching libraries …"
        mvn -f "$ROOT/pom.xml" -B -ntp "$@" >"$log" 2>&1 && return 0
    fi
    grep -E '^\[(ERROR|WARNING)\]' "$log" | head -n 40 >&2 || tail -n 30 "$log" >&2
    return 1
}
