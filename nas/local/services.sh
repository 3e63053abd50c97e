# The five services and the run-once migration: their environment, their start, their health.
# shellcheck shell=bash disable=SC2034 # environment is used by spawn

# Every MOA_… variable of the caller, and this machine's addresses over it.
service_environment() {
    local name=$1 schema=$1 other variable
    [[ $name != market-collector ]] || schema=market
    environment=()
    while IFS= read -r variable; do
        environment+=("$variable=${!variable}")
    done < <(compgen -e | grep '^MOA_' | grep -v '^MOA_NO_CACHE$' || true)
    environment+=(
        JAVA_HOME="$JAVA_HOME" TZ=UTC TMPDIR="$MOA_HOME/run/tmp"
        MOA_HOME="$MOA_HOME" MOA_APP="$MOA_HOME/app" MOA_HTTP_PORT="$MOA_HTTP_PORT"
        MOA_PUBLIC_URL="${MOA_PUBLIC_URL:-http://localhost:$MOA_HTTP_PORT}"
        MOA_BIND=127.0.0.1 MOA_PORT="${PORT[$name]}"
        MOA_DB_URL="jdbc:postgresql://127.0.0.1:${PORT[postgresql]}/moa"
        MOA_DB_USER="moa_$schema" MOA_DB_PASSWORD_FILE="$MOA_HOME/secrets/db_$schema"
        MOA_REDIS_URI="redis://127.0.0.1:${PORT[redis]}" MOA_REDIS_PASSWORD_FILE="$MOA_HOME/secrets/redis"
        MOA_AMQP_HOST=127.0.0.1 MOA_AMQP_PORT="${PORT[rabbitmq]}" MOA_AMQP_USER=moa
        MOA_AMQP_PASSWORD_FILE="$MOA_HOME/secrets/rabbitmq"
        MOA_INNER_SECRET_FILE="$MOA_HOME/secrets/inner" MOA_KEYS_DIR="$MOA_HOME/keys"
    )
    for other in "${SERVICES[@]}"; do
        variable=${other%-collector}
        environment+=("MOA_${variable^^}_URL=http://127.0.0.1:${PORT[$other]}")
    done
}

make_secrets() {
    local name
    for name in postgres redis rabbitmq erlang inner db_owner db_auth db_trading db_market db_backtest db_notification; do
        secret "$name" >/dev/null
    done
    as_owner mkdir -p "$MOA_HOME/run/tmp"
}

start_service() {
    local environment
    require_port "$1"
    service_environment "$1"
    spawn "$1" TERM 30 "$MOA_HOME/app/bin/launch" "$1"
}

service_answers() {
    [[ $(curl -s -m 3 -o /dev/null -w '%{http_code}' "http://127.0.0.1:${PORT[$1]}/health/readiness") == 200 ]]
}

# Runs only when the migrations differ from those applied last; the stamp lies beside the data and goes with it.
migrate() {
    local environment=() stamp=$MOA_HOME/data/migrated wanted role
    wanted=$(cd "$MOA_HOME/app/migrate" && sha256sum moa-database*.jar)
    [[ ! -e $stamp || $(<"$stamp") != "$wanted" ]] || return 0
    for role in owner auth trading market backtest notification; do
        environment+=("MOA_DB_${role^^}_PASSWORD_FILE=$MOA_HOME/secrets/db_$role")
    done
    as_owner env -i PATH=/usr/bin:/bin LANG=C.UTF-8 JAVA_HOME="$JAVA_HOME" MOA_APP="$MOA_HOME/app" "${environment[@]}" \
        MOA_DB_ADMIN_URL="jdbc:postgresql://127.0.0.1:${PORT[postgresql]}/postgres" MOA_DB_ADMIN_USER=postgres \
        MOA_DB_ADMIN_PASSWORD_FILE="$MOA_HOME/secrets/postgres" MOA_DB_WAIT_SECONDS=60 \
        "$MOA_HOME/app/bin/launch" migrate >"$SCRATCH/migrate" 2>&1 ||
        fail "the database could not be migrated: $(tail -n 1 "$SCRATCH/migrate")"
    own_file "$MOA_HOME/logs/migrate.log" 640 <"$SCRATCH/migrate"
    own_file "$stamp" <<<"$wanted"
}
