# Sourced by every command of nas/local: where things are, which ports, and how to say what is not right.
# shellcheck shell=bash
set -Eeuo pipefail
trap 'printf "moa: %s stopped at line %s, which must not happen; please tell us.\n" "${BASH_SOURCE[0]##*/}" "$LINENO" >&2' ERR
umask 022

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
# shellcheck disable=SC2034 # used by the files that source this one
{
    LOCAL=$ROOT/nas/local
    SERVICES=(auth trading market-collector backtest notification)
    SERVERS=(postgresql redis rabbitmq)
    PROCESSES=("${SERVERS[@]}" "${SERVICES[@]}" nginx)
    SUITE=$ROOT/target/suite # what a build leaves behind, shared by every MOA_HOME
}

say() { printf '%s\n' "$*"; }
# One sentence, then exit 1.
fail() {
    printf 'moa: %s\n' "$*" >&2
    exit 1
}
# Wrong usage, exit 2.
misuse() {
    printf 'moa: %s\n' "$*" >&2
    exit 2
}

# yes QUESTION: asks on the terminal; without one the answer is no.
yes_to() {
    local answer
    [[ -t 0 ]] || return 1
    printf '%s [y/N] ' "$1"
    read -r answer
    [[ $answer == [yY] || $answer == [yY][eE][sS] ]]
}

settle_home() {
    MOA_HOME=${MOA_HOME:-$ROOT/.moa}
    [[ $MOA_HOME == /* ]] || MOA_HOME=$PWD/$MOA_HOME
    [[ $MOA_HOME != *[[:space:]\'\"\\]* ]] || fail "MOA_HOME may not contain spaces, quotes or backslashes: $MOA_HOME"
    export MOA_HOME
}

# The port given, else that of the running suite, else 8080; everything else is counted from it.
settle_ports() {
    if [[ -z ${MOA_HTTP_PORT:-} && -r $MOA_HOME/run/port ]]; then
        MOA_HTTP_PORT=$(<"$MOA_HOME/run/port")
    fi
    MOA_HTTP_PORT=${MOA_HTTP_PORT:-8080}
    if ! [[ $MOA_HTTP_PORT =~ ^[1-9][0-9]{3,4}$ ]] || ((MOA_HTTP_PORT < 1024 || MOA_HTTP_PORT > 65500)); then
        fail "MOA_HTTP_PORT must be a number from 1024 to 65500, not \"$MOA_HTTP_PORT\"."
    fi
    BASE=$((MOA_HTTP_PORT + 10000))
    ((BASE <= 60000)) || BASE=$((MOA_HTTP_PORT - 10000))
    if [[ -r $MOA_HOME/run/base ]]; then BASE=$(<"$MOA_HOME/run/base"); fi
    count_ports
    export MOA_HTTP_PORT
}
count_ports() {
    # shellcheck disable=SC2034 # used by the files that source this one
    declare -gA PORT=(
        [nginx]=$MOA_HTTP_PORT [postgresql]=$((BASE + 1)) [redis]=$((BASE + 2)) [rabbitmq]=$((BASE + 3))
        [erlang]=$((BASE + 4)) [epmd]=$((BASE + 5)) [auth]=$((BASE + 11)) [trading]=$((BASE + 12))
        [market-collector]=$((BASE + 13)) [backtest]=$((BASE + 14)) [notification]=$((BASE + 15))
    )
}

# Moves the inner ports to the next block of 20 that is free: suites with neighbouring addresses run side by side.
find_free_block() {
    local tries taken port
    for ((tries = 0; tries < 100; tries++)); do
        taken=' '$(listening | tr '\n' ' ')
        for port in $((BASE + 1)) $((BASE + 2)) $((BASE + 3)) $((BASE + 4)) $((BASE + 5)) \
            $((BASE + 11)) $((BASE + 12)) $((BASE + 13)) $((BASE + 14)) $((BASE + 15)) 0; do
            [[ $taken != *" $port "* ]] || break
        done
        if ((port == 0)); then
            count_ports
            return
        fi
        ((BASE = BASE + 20 < 65500 ? BASE + 20 : 20000))
    done
    fail "no block of free ports was found near $BASE: choose another MOA_HTTP_PORT."
}

settle() {
    settle_home
    settle_ports
}

known_process() {
    local name
    for name in "${PROCESSES[@]}"; do [[ $name != "$1" ]] || return 0; done
    misuse "there is no process named \"$1\"; there are: ${PROCESSES[*]}."
}

# The TCP ports something on this machine listens on, one a line.
listening() {
    local hex
    awk '$4 == "0A" { print substr($2, length($2) - 3) }' /proc/net/tcp /proc/net/tcp6 2>/dev/null | sort -u |
        while read -r hex; do printf '%d\n' "0x$hex"; done
}
port_taken() { listening | grep -qx "$1"; }

# wait_until SECONDS COMMAND…: polls five times a second.
wait_until() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.2
    done
}

# Replaces ${MOA_…} in a template by the shell's variables; other dollar signs stay.
render() {
    local text name
    text=$(<"$1")
    while [[ $text =~ \$\{(MOA_[A-Z0-9_]+)\} ]]; do
        name=${BASH_REMATCH[1]}
        [[ -v $name ]] || fail "the template $1 names $name, which is not set."
        text=${text//"\${$name}"/"${!name}"}
    done
    printf '%s\n' "$text"
}
