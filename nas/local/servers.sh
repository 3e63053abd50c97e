# The suite's own PostgreSQL, Redis and RabbitMQ: how each is prepared, started and asked whether it answers.
# shellcheck shell=bash disable=SC2034 # names are used by templates and callers

postgres_bin() {
    local bin newest=
    for bin in /usr/lib/postgresql/*/bin; do
        [[ -x $bin/postgres ]] && newest=$bin
    done
    [[ -n $newest ]] || fail "PostgreSQL is not installed."
    printf '%s' "$newest"
}

prepare_postgresql() {
    local bin data=$MOA_HOME/data/postgresql password made
    bin=$(postgres_bin)
    password=$(secret postgres)
    own_file "$MOA_HOME/conf/postgresql.conf" <"$ROOT/database/conf/postgresql.conf"
    if [[ -e $data/PG_VERSION ]]; then
        made=$(<"$data/PG_VERSION")
        bin=/usr/lib/postgresql/$made/bin
        [[ -x $bin/postgres ]] || fail "the data in $data was made by PostgreSQL $made, which is not installed here."
    else
        as_owner rm -rf "$data"
        (cd "$MOA_HOME" && as_owner env -i PATH=/usr/bin:/bin LANG=C.UTF-8 "$bin/initdb" -D "$data" -k --locale=C.UTF-8 -E UTF8 \
            -U postgres -A scram-sha-256 --pwfile="$password" >"$SCRATCH/initdb" 2>&1) ||
            fail "PostgreSQL's initdb failed: $(tail -n 1 "$SCRATCH/initdb")"
    fi
    POSTGRES=$bin
}

start_postgresql() {
    local environment=()
    require_port postgresql
    prepare_postgresql
    spawn postgresql INT 60 "$POSTGRES/postgres" -D "$MOA_HOME/data/postgresql" \
        -c config_file="$MOA_HOME/conf/postgresql.conf" -c hba_file="$MOA_HOME/data/postgresql/pg_hba.conf" \
        -c ident_file="$MOA_HOME/data/postgresql/pg_ident.conf" \
        -c listen_addresses=127.0.0.1 -c port="${PORT[postgresql]}" -c unix_socket_directories= \
        -c logging_collector=off -c log_destination=stderr
}
postgresql_answers() {
    "$(postgres_bin)/pg_isready" -q -h 127.0.0.1 -p "${PORT[postgresql]}" -t 2
}

start_redis() {
    local environment=() MOA_REDIS_PORT=${PORT[redis]} MOA_REDIS_DATA=$MOA_HOME/data/redis MOA_REDIS_PASSWORD
    require_port redis
    as_owner mkdir -p "$MOA_REDIS_DATA"
    MOA_REDIS_PASSWORD=$(<"$(secret redis)")
    render "$ROOT/nas/servers/redis.conf.template" | own_file "$MOA_HOME/conf/redis.conf"
    spawn redis TERM 10 /usr/bin/redis-server "$MOA_HOME/conf/redis.conf"
}
redis_answers() {
    local answer
    exec 8<>"/dev/tcp/127.0.0.1/${PORT[redis]}" || return 1
    printf 'AUTH %s\r\nPING\r\n' "$(<"$MOA_HOME/secrets/redis")" >&8
    read -r -t 2 answer <&8 && read -r -t 2 answer <&8
    exec 8>&-
    [[ $answer == +PONG* ]]
} 2>/dev/null

start_rabbitmq() {
    local data=$MOA_HOME/data/rabbitmq environment MOA_AMQP_PASSWORD
    local MOA_AMQP_BIND=127.0.0.1 MOA_AMQP_PORT=${PORT[rabbitmq]} MOA_AMQP_USER=moa
    require_port rabbitmq
    as_owner mkdir -p "$data/home" "$MOA_HOME/logs"
    MOA_AMQP_PASSWORD=$(<"$(secret rabbitmq)")
    [[ -s $data/home/.erlang.cookie ]] || own_file "$data/home/.erlang.cookie" 400 <"$(secret erlang)"
    render "$ROOT/nas/servers/rabbitmq.conf.template" | own_file "$MOA_HOME/conf/rabbitmq.conf"
    own_file "$MOA_HOME/conf/enabled_plugins" <"$ROOT/nas/servers/enabled_plugins"
    : >"$SCRATCH/empty"
    own_file "$MOA_HOME/conf/rabbitmq-env.conf" <"$SCRATCH/empty"
    rabbitmq_environment
    spawn rabbitmq TERM 60 "$MOA_HOME/app/bin/rabbitmq"
}
rabbitmq_environment() {
    local data=$MOA_HOME/data/rabbitmq
    environment=(HOME="$data/home" ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="${PORT[epmd]}"
        RABBITMQ_NODENAME=moa@localhost RABBITMQ_CONF_ENV_FILE="$MOA_HOME/conf/rabbitmq-env.conf"
        RABBITMQ_CONFIG_FILE="$MOA_HOME/conf/rabbitmq.conf" RABBITMQ_ADVANCED_CONFIG_FILE="$MOA_HOME/conf/advanced.config"
        RABBITMQ_ENABLED_PLUGINS_FILE="$MOA_HOME/conf/enabled_plugins" RABBITMQ_MNESIA_BASE="$data" RABBITMQ_LOG_BASE="$MOA_HOME/logs"
        RABBITMQ_DIST_PORT="${PORT[erlang]}")
}
# The greeting of AMQP 0-9-1 must be answered by a method frame.
rabbitmq_answers() {
    local answer=
    exec 8<>"/dev/tcp/127.0.0.1/${PORT[rabbitmq]}" || return 1
    printf 'AMQP\x00\x00\x09\x01' >&8
    LC_ALL=C read -r -t 2 -N 1 answer <&8
    exec 8>&-
    [[ $answer == $'\x01' ]]
} 2>/dev/null
stop_rabbitmq() {
    stop_process rabbitmq
    as_owner env -i PATH=/usr/bin:/bin ERL_EPMD_PORT="${PORT[epmd]}" epmd -kill >/dev/null 2>&1 || true
}
