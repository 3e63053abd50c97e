# The order in which everything starts and stops.
# shellcheck shell=bash

scratch() {
    SCRATCH=$(mktemp -d)
    trap 'rm -rf "$SCRATCH"' EXIT
}

remember_ports() {
    any_process || find_free_block
    own_file "$MOA_HOME/run/port" 644 <<<"$MOA_HTTP_PORT"
    own_file "$MOA_HOME/run/base" 644 <<<"$BASE"
}

# An orphan (its supervisor was killed) is ended, so that what runs is always watched.
needs_start() {
    if supervisor_pid "$1" >/dev/null; then return 1; fi
    ! process_pid "$1" >/dev/null || stop_process "$1"
}

# start_all NAME…: side by side; each in a subshell, whose failure has said its sentence.
start_all() {
    local name job jobs=() failed=
    for name in "$@"; do
        needs_start "$name" || continue
        case $name in
        postgresql | redis | rabbitmq | nginx) "start_$name" & ;;
        *) start_service "$name" & ;;
        esac
        jobs+=($!)
    done
    for job in "${jobs[@]}"; do wait "$job" || failed=1; done
    [[ -z $failed ]] || exit 1
}

answers() {
    case $1 in
    postgresql | redis | rabbitmq | nginx) "${1}_answers" ;;
    *) service_answers "$1" ;;
    esac
}

# await NAME SECONDS: a process that ends by itself meanwhile is not waited for.
await() {
    local name=$1 end=$((SECONDS + $2)) said begun=$SECONDS
    until answers "$name"; do
        if ((SECONDS - begun >= 1)) && ! process_pid "$name" >/dev/null; then
            said=$(tail -n 60 "$MOA_HOME/logs/$name.log" 2>/dev/null | grep -E "^moa [a-z-]+: |\[emerg\]|FATAL" | tail -n 1)
            stop_process "$name"
            [[ -n $said ]] || tail_of "$name"
            fail "$name did not start${said:+: ${said#moa *: }}"
        fi
        if ((SECONDS >= end)); then
            tail_of "$name"
            fail "$name does not answer after $2 s; its log is $MOA_HOME/logs/$name.log"
        fi
        sleep 0.2
    done
    note_ready "$name"
}

# How long the start took, told by the kernel's start time of the process.
note_ready() {
    local pid now hertz
    pid=$(process_pid "$1") || return 0
    [[ ! -e $MOA_HOME/run/$1.ready ]] || return 0
    read -r now _ </proc/uptime
    hertz=$(getconf CLK_TCK)
    awk -v now="$now" -v at="$(begun_at "$pid")" -v hz="$hertz" -v pid="$pid" 'BEGIN { printf "%s %.1f\n", pid, now - at / hz }' |
        own_file "$MOA_HOME/run/$1.ready" 644
}

start_servers() {
    local name migration=
    start_all "${SERVERS[@]}"
    await postgresql 60
    if [[ ${1:-} == migrate ]]; then
        migrate &
        migration=$!
    fi
    await redis 20
    await rabbitmq 90
    [[ -z $migration ]] || wait "$migration" || exit 1
}

# RabbitMQ takes longest; the services wait for it themselves, so they need not wait to begin.
start_everything() {
    local name job jobs=() failed=
    start_all "${SERVERS[@]}"
    await postgresql 60
    await redis 20
    migrate
    start_all "${SERVICES[@]}" nginx
    for name in rabbitmq "${SERVICES[@]}" nginx; do
        await "$name" 120 &
        jobs+=($!)
    done
    for job in "${jobs[@]}"; do wait "$job" || failed=1; done
    [[ -z $failed ]] || exit 1
}

stop_each() {
    local name job jobs=()
    for name in "$@"; do
        if [[ $name == rabbitmq ]]; then stop_rabbitmq & else stop_process "$name" & fi
        jobs+=($!)
    done
    for job in "${jobs[@]}"; do wait "$job" || true; done
}

stop_servers() {
    stop_each redis rabbitmq
    stop_each postgresql
}

stop_suite() {
    stop_process nginx
    stop_each "${SERVICES[@]}"
    stop_servers
    as_owner rm -f "$MOA_HOME/run/port" "$MOA_HOME/run/base"
}
