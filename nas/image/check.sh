# Sourced by check: containers without an engine. Each has a name space of its own for mounts, processes and network, an address
# on one bridge, the names of the compose file, and its memory limit.
# shellcheck shell=bash disable=SC2034,SC2154 # a container's description is read by nas/image/container

BRIDGE=moachk
HOSTS=(files migrate timescaledb redis rabbitmq auth trading market-collector backtest notification nginx train)

compose() {
    if command -v docker-compose >/dev/null; then docker-compose "$@"; else docker compose "$@"; fi
}

# read_compose: the file as Compose understands it, with the secrets that nas/prepare makes.
read_compose() {
    mkdir -p "$SCRATCH/project"
    cp "$ROOT/docker-compose.nas.yml" "$SCRATCH/project/"
    sh "$ROOT/nas/prepare" "$SCRATCH/project" >/dev/null
    (cd "$SCRATCH/project" && compose -f docker-compose.nas.yml config) >"$SCRATCH/compose" 2>"$SCRATCH/compose.said" ||
        fail "docker-compose config refuses the file: $(head -n 1 "$SCRATCH/compose.said")"
}

# described NAME KEY: the lines below one key of one service, or its value.
described() {
    awk -v name="$1" -v key="$2" '
        /^[a-z]/ { services = $1 == "services:" }
        services && /^  [a-z]/ { mine = $1 == name ":" }
        services && mine && /^    [a-z]/ {
            wanted = $1 == key ":"
            if (wanted && NF > 1 && $2 != "null") { sub(/^ *[a-z_]+: /, ""); print }
            next
        }
        services && mine && wanted { sub(/^ +(- )?/, ""); print }' "$SCRATCH/compose" | tr -d "\"'"
}

# What an engine would hand over: variables with a value, and the secrets as files.
environment_of() {
    described "$1" environment | sed -n 's/^\([A-Z_]*\): \(.*\)$/\1=\2/p' | grep -v '=null$' || true
}
secrets_of() { described "$1" secrets | sed -n 's/^source: //p'; }

megabytes() {
    local text=$1
    case $text in
    *m) printf %s "${text%m}" ;;
    *) printf %s $((text / 1048576)) ;;
    esac
}

make_network() {
    local name number=2 subnet
    subnet=$(sed -n 's/^ *-\{0,1\} *subnet: //p' "$SCRATCH/compose" | tr -d "\"'")
    ip link add "$BRIDGE" type bridge || fail "a network bridge could not be made; is another check running?"
    ip addr add "${subnet%.*}.1/${subnet#*/}" dev "$BRIDGE"
    ip link set "$BRIDGE" up
    printf '127.0.0.1 localhost\n' >"$SCRATCH/hosts"
    for name in "${HOSTS[@]}"; do
        printf '%s %s\n' "${subnet%.*}.$number" "$name" >>"$SCRATCH/hosts"
        ip netns add "$BRIDGE-$name"
        ip link add "mv$number" type veth peer name eth0 netns "$BRIDGE-$name"
        ip link set "mv$number" master "$BRIDGE" up
        ip -n "$BRIDGE-$name" addr add "${subnet%.*}.$number/${subnet#*/}" dev eth0
        ip -n "$BRIDGE-$name" link set eth0 up
        ip -n "$BRIDGE-$name" link set lo up
        number=$((number + 1))
    done
}
address() { awk -v name="$1" '$2 == name { print $1 }' "$SCRATCH/hosts"; }

# cgroup v1, as on a Synology; elsewhere the limits are not set, and check says so.
limit_memory() {
    local group=/sys/fs/cgroup/memory/moa-check/$1 bytes=$(($2 * 1048576))
    [[ -e /sys/fs/cgroup/memory/memory.limit_in_bytes ]] || return 0
    mkdir -p "$group"
    echo "$bytes" >"$group/memory.limit_in_bytes"
    [[ ! -e $group/memory.memsw.limit_in_bytes ]] || echo "$bytes" >"$group/memory.memsw.limit_in_bytes"
    echo "$BASHPID" >"$group/tasks"
}
memory_of() { # MB of its own, without the page cache
    awk '$1 == "total_rss" { printf "%d", $2 / 1048576 }' "/sys/fs/cgroup/memory/moa-check/$1/memory.stat" 2>/dev/null || printf '?'
}
was_out_of_memory() {
    grep -qsE '^oom_kill [1-9]' "/sys/fs/cgroup/memory/moa-check/$1/memory.oom_control"
}

# begin NAME: starts what the variables root, user, home, binds and command say; the rest stands in the compose file.
begin() {
    local name=$1 secret host=${host:-$1} hosts=$SCRATCH/hosts tmpfs=() environment=() limit
    mkdir -p "$SCRATCH/root/$name" "$SCRATCH/spec" "$LOGS"
    mapfile -t tmpfs < <(described "$name" tmpfs)
    mapfile -t environment < <(environment_of "$name")
    environment=("${IMAGE_ENVIRONMENT[@]}" "${environment[@]}")
    for secret in $(secrets_of "$name"); do binds+=("$SCRATCH/project/secrets/$secret:/run/secrets/$secret:ro"); done
    declare -p root user host home hosts binds tmpfs environment command >"$SCRATCH/spec/$name"
    limit=$(described "$name" mem_limit)
    : >"$LOGS/$name.log"
    chown "$user" "$LOGS/$name.log" # an engine gives the container's user its output as well
    (
        limit_memory "$name" "$(megabytes "${limit:-3072m}")"
        ulimit -n "$(ulimit -Hn)" # a machine may allow less than the 65536 of the compose file
        exec ip netns exec "$BRIDGE-$name" unshare --mount --pid --ipc --uts --fork --kill-child=KILL \
            "$ROOT/nas/image/container" "$SCRATCH/spec/$name" "$SCRATCH/root/$name"
    ) >>"$LOGS/$name.log" 2>&1 </dev/null &
    OUTER["$name"]=$!
}

# The process that is number 1 in the container.
first_of() { tr -d ' ' 2>/dev/null <"/proc/${OUTER[$1]}/task/${OUTER[$1]}/children" || true; }
inside() { # NAME UID COMMAND…: one more process in the container, as its health check is
    local pid
    pid=$(first_of "$1")
    [[ -n $pid ]] || return 1
    nsenter -t "$pid" -m -p -n -u -r -w -S "$2" -G "$2" "${@:3}"
}

# finish NAME: waits for what runs once.
finish() {
    local code=0
    wait "${OUTER[$1]}" || code=$?
    ((code == 0)) || {
        tail -n 20 "$LOGS/$1.log" >&2
        was_out_of_memory "$1" && fail "$1 ran out of its memory limit."
        fail "$1 ended with $code."
    }
    unset "OUTER[$1]"
}

# stop NAME SIGNAL SECONDS: as `docker stop`; what does not end in time is an error.
stop() {
    local pid outer=${OUTER[$1]}
    pid=$(first_of "$1")
    [[ -n $pid ]] || fail "$1 is not running any more; its log is $LOGS/$1.log"
    kill "-$2" "$pid"
    wait_until "$3" has_ended "$outer" || fail "$1 does not stop within $3 s."
    wait "$outer" 2>/dev/null || true
    unset "OUTER[$1]"
}
has_ended() { [[ ! -e /proc/$1 || $(awk '{ print $3 }' "/proc/$1/stat") == Z ]]; }

# What keeps a container in: said by the kernel about the running process, and tried.
must_be_confined() {
    local name=$1 user=$2 pid status
    pid=$(first_of "$name")
    status=$(tr '\t' ' ' <"/proc/$pid/status")
    grep -q "^Uid: $user $user $user $user$" <<<"$status" || fail "$name does not run as $user."
    grep -q '^CapEff: 0*$' <<<"$status" || fail "$name has capabilities."
    grep -q '^CapPrm: 0*$' <<<"$status" || fail "$name may take capabilities."
    grep -q '^NoNewPrivs: 1$' <<<"$status" || fail "$name may gain rights."
    ! inside "$name" 0 /bin/sh -c ': >/written || : >/usr/written || : >/opt/written' 2>/dev/null || fail "the root of $name can be written to."
}
