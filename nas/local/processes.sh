# Starting, finding and stopping the suite's processes. A pid file holds the process id and the kernel's start time of
# it, so that a number used again after a reboot is never taken for ours.
# shellcheck shell=bash

begun_at() {
    local stat
    { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
    stat=${stat##*) }
    set -f
    # shellcheck disable=SC2086 # split on purpose
    set -- $stat
    set +f
    printf '%s' "${20}"
}

# pid_in FILE: the id of the living process noted there.
pid_in() {
    local pid begun
    { read -r pid begun _ <"$1"; } 2>/dev/null || return 1
    [[ $(begun_at "$pid") == "$begun" ]] || return 1
    printf '%s' "$pid"
}

process_pid() { pid_in "$MOA_HOME/run/$1.pid"; }
supervisor_pid() { pid_in "$MOA_HOME/run/$1.supervisor"; }
any_process() {
    local name
    for name in "${PROCESSES[@]}"; do
        ! supervisor_pid "$name" >/dev/null || return 0
        ! process_pid "$name" >/dev/null || return 0
    done
    return 1
}

# shellcheck disable=SC2154 # environment belongs to the caller
# spawn NAME SIGNAL GRACE COMMAND…: under its supervisor, with nothing but the variables in the array `environment`.
spawn() {
    local name=$1 tries
    as_owner rm -f "$MOA_HOME/run/$name.pid" "$MOA_HOME/run/$name.supervisor" "$MOA_HOME/run/$name.ready"
    (
        cd "$MOA_HOME" || exit 1
        exec {LOCK}>&-
        become_owner setsid env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
            LANG=C.UTF-8 HOME="$MOA_HOME/run" "${environment[@]}" \
            "$MOA_HOME/app/bin/supervise" "$MOA_HOME" "$@" </dev/null >/dev/null 2>&1 &
    )
    for ((tries = 0; tries < 100; tries++)); do
        ! process_pid "$name" >/dev/null || return 0
        sleep 0.05
    done
}

# stop_process NAME: by its supervisor; without one directly.
stop_process() {
    local name=$1 pid='' supervisor='' signal='' grace=''
    { read -r _ _ signal grace <"$MOA_HOME/run/$name.pid"; } 2>/dev/null || true
    : "${signal:=TERM}" "${grace:=20}"
    supervisor=$(supervisor_pid "$name") || supervisor=
    pid=$(process_pid "$name") || pid=
    [[ -n $supervisor$pid ]] || return 0
    if [[ -n $supervisor ]]; then send TERM "$supervisor"; else send "$signal" "$pid"; fi
    if ! wait_until $((grace + 5)) gone "$supervisor" "$pid"; then
        send KILL "$supervisor" "$pid"
    fi
    as_owner rm -f "$MOA_HOME/run/$name".{pid,supervisor,ready}
}

# send SIGNAL [PID]…: with the owner's rights, so that a forged pid file cannot aim at others.
send() {
    # shellcheck disable=SC2016 # expands in the inner shell
    as_owner bash -c 's=$1; shift; for p; do [[ -z $p ]] || kill -"$s" "$p" 2>/dev/null; done; true' - "$@"
}

gone() {
    local pid
    for pid in "$@"; do
        if [[ -n $pid && -d /proc/$pid ]]; then
            # a zombie counts as gone: its parent has yet to look
            [[ $(awk '/^State:/ { print $2 }' "/proc/$pid/status" 2>/dev/null) == Z ]] || return 1
        fi
    done
}

# Fails with one sentence when a process that is to be started finds its port in use.
require_port() {
    ! port_taken "${PORT[$1]}" ||
        fail "port ${PORT[$1]} ($1) is in use by another program: end it, or choose another MOA_HTTP_PORT."
}

# One `up`, `down` or `restart` at a time.
take_lock() {
    exec {LOCK}>>"$MOA_HOME/run/lock"
    flock -w "${1:-120}" "$LOCK" || fail "another ./moa command is still at work in $MOA_HOME."
}

tail_of() {
    printf '%s\n' "--- last lines of $MOA_HOME/logs/$1.log" >&2
    tail -n 200 "$MOA_HOME/logs/$1.log" | grep -v '^[[:space:]]*at ' | tail -n 8 >&2 || true
}
