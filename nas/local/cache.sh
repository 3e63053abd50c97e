# The start-up cache (JDK AOT cache): one file for all five services, made once after a build by running them together
# against servers of their own, so that nobody's data is touched. Without it everything works, only slower to start.
# shellcheck shell=bash

warm_cache() {
    local app=$MOA_HOME/app
    [[ -z ${MOA_NO_CACHE:-} ]] || return 0
    if [[ ! -e $SUITE/moa.aot && ! -e $SUITE/moa.aot.failed ]]; then
        [[ -e $app/lib/zz-moa-warmup.jar ]] || return 0
        say "making the start-up cache …"
        if ! (train_cache) >"$SCRATCH/train" 2>&1; then
            say "no start-up cache could be made (see $MOA_HOME/logs/train.log); the services start without."
            : >"$SUITE/moa.aot.failed"
        fi
        own_file "$MOA_HOME/logs/train.log" 640 <"$SCRATCH/train"
    fi
    [[ -e $SUITE/moa.aot && ! -e $app/moa.aot ]] || return 0
    ln "$SUITE/moa.aot" "$app/moa.aot" 2>/dev/null || own_file "$app/moa.aot" 644 <"$SUITE/moa.aot"
}

train_cache() {
    local home=$MOA_HOME/train app=$MOA_HOME/app environment=() out
    ((BASE += 100))
    find_free_block
    as_owner rm -rf "$home"
    as_owner mkdir -p "$home"/{conf,data,keys,logs,replay,run/tmp,secrets}
    as_owner ln -s "$app" "$home/app"
    MOA_HOME=$home
    out=$home/moa.aot
    trap 'stop_servers; as_owner rm -rf "$MOA_HOME"' EXIT
    make_secrets
    start_servers migrate
    service_environment auth
    (
        cd "$home" && exec {LOCK}>&-
        as_owner timeout -k 5 180 env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME="$home/run" "${environment[@]}" MOA_APP="$app" \
            MOA_AOT_OUT="$out" MOA_FEEDS=binance,upbit MOA_BROKER_BINANCE_WS_URL=ws://127.0.0.1:9 MOA_BROKER_UPBIT_WS_URL=ws://127.0.0.1:9 \
            MOA_BROKER_BINANCE_REST_URL=http://127.0.0.1:9 MOA_BROKER_UPBIT_REST_URL=http://127.0.0.1:9 \
            "$app/bin/launch" train
    )
    [[ -s $out ]] || return 1
    cp "$out" "$SUITE/moa.aot.new" && chmod 644 "$SUITE/moa.aot.new" && mv "$SUITE/moa.aot.new" "$SUITE/moa.aot"
}
