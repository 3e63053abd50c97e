# Sourced by check --cache: the start-up cache, made by the runtime in the image, since one of another runtime does not fit.
# shellcheck shell=bash disable=SC2034 # a container's description is read by nas/image/container

# One process runs all five services, with everybody's password; it exists for this minute only, against the check's servers.
make_image_cache() {
    local root=$IMAGE home=/var/lib/moa user=$MOA_UID:$MOA_UID host='' binds=("$SCRATCH/train:/train") command=("$ENTRY_POINT" train)
    local IMAGE_ENVIRONMENT=("${IMAGE_ENVIRONMENT[@]}") line number=18001
    # An empty database, so that its first account can use everything.
    in_database "dropdb moa"
    run_migration
    mkdir -p "$SCRATCH/train"/{secrets,keys,replay}
    cp "$SCRATCH/project/secrets"/db_* "$SCRATCH/project/secrets"/{redis,rabbitmq,inner} "$SCRATCH/train/secrets/"
    chown -R "$user" "$SCRATCH/train"
    while IFS= read -r line; do
        line=${line//\/run\/secrets/\/train\/secrets}
        # All in one process: a port each, on loopback.
        [[ $line != MOA_*_URL=http://*:8080 ]] || line=${line%%=*}=http://127.0.0.1:$((number++))
        IMAGE_ENVIRONMENT+=("$line")
    done < <(environment_of auth)
    IMAGE_ENVIRONMENT+=(MOA_HOME=/train MOA_KEYS_DIR=/train/keys MOA_REPLAY_DIR=/train/replay MOA_AOT_OUT=/train/moa.aot
        MOA_BIND=127.0.0.1 "MOA_FEEDS=binance,upbit" TMPDIR=/train)
    begin train
    finish train
    [[ -s $SCRATCH/train/moa.aot ]] || fail "no start-up cache was made: $(tail -n 3 "$LOGS/train.log")"
    grep -q 'warm-up: 20. POST /api/v1/trading/orders' "$LOGS/train.log" || fail "the training could not even place an order."
    rm -rf "$SUITE/image"
    mkdir -p "$SUITE/image"
    install -m 644 "$SCRATCH/train/moa.aot" "$SUITE/image/moa.aot"
    { cat "$SUITE/java.stamp" && buildah inspect --type image --format '{{.FromImageID}}' "$BASE_NAME"; } >"$SUITE/image/stamp"
    say "start-up cache made inside the image: $(du -m "$SUITE/image/moa.aot" | cut -f1) MB"
}

# A cache that does not fit is passed over in silence; one that fits is mapped into the process.
uses_the_cache() {
    local name
    for name in "${SERVICES[@]}"; do
        grep -q '/opt/moa/moa.aot$' "/proc/$(first_of "$name")/maps" || fail "$name does not use the start-up cache."
    done
    say "all five use it"
}
