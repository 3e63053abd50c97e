# Who runs the suite, and the folder it lives in. As root everything runs as a user without rights.
# shellcheck shell=bash

# become_owner COMMAND…: goes on as that command, as the user the suite belongs to.
become_owner() {
    ((EUID != 0)) || set -- setpriv --reuid="$OWNER" --regid="$OWNER_GROUP" --clear-groups --inh-caps=-all --no-new-privs -- "$@"
    exec "$@"
}
as_owner() { (become_owner "$@"); }

# For commands that only look: fails when there is nothing to look at.
find_home() {
    local owner
    [[ -e $MOA_HOME/.moa-home ]] || return 1
    owner=$(stat -L -c %U "$MOA_HOME")
    OWNER=$owner
    OWNER_GROUP=$(stat -L -c %G "$MOA_HOME")
    if ((EUID != 0)) && [[ $owner != "$(id -un)" ]]; then
        fail "$MOA_HOME belongs to the user $owner: say sudo ./moa …, or choose another MOA_HOME."
    fi
}

prepare_home() {
    if [[ ! -e $MOA_HOME/.moa-home && -d $MOA_HOME && -n $(ls -A "$MOA_HOME") ]]; then
        fail "the folder $MOA_HOME is neither empty nor Moa's: choose another MOA_HOME."
    fi
    if [[ -e $MOA_HOME/.moa-home ]]; then
        find_home
    elif ((EUID == 0)); then
        make_account
        make_home_for_account
    else
        OWNER=$(id -un) OWNER_GROUP=$(id -gn)
        mkdir -p "$MOA_HOME" || fail "the folder $MOA_HOME cannot be made."
        chmod 750 "$MOA_HOME"
    fi
    resolve_home
    as_owner test -x "$MOA_HOME/." || fail "the user $OWNER cannot reach $MOA_HOME."
    as_owner mkdir -p "$MOA_HOME"/{app,conf,data,keys,logs,replay,run,secrets}
    as_owner chmod 700 "$MOA_HOME"/{data,keys,secrets,conf}
    as_owner touch "$MOA_HOME/.moa-home"
}

make_account() {
    OWNER=moa OWNER_GROUP=moa
    id -u moa >/dev/null 2>&1 && return
    command -v useradd >/dev/null || fail "the program useradd is missing (package passwd)."
    useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin moa ||
        fail "the user moa could not be made."
}

# A folder in the clone when that user gets there, else a link to a place that is open to it.
make_home_for_account() {
    local parent place
    parent=$(dirname "$MOA_HOME")
    mkdir -p "$parent" || fail "the folder $parent cannot be made."
    if as_owner test -x "$parent/."; then
        mkdir -p "$MOA_HOME"
    elif [[ -d $MOA_HOME && ! -L $MOA_HOME ]]; then
        rmdir "$MOA_HOME" # empty: prepare_home has looked
        make_home_for_account
        return
    else
        place=/var/lib/moa/$(printf %s "$MOA_HOME" | sha256sum | cut -c1-12)
        install -d -m 755 /var/lib/moa
        mkdir -p "$place"
        ln -sfn "$place" "$MOA_HOME"
    fi
    chown "$OWNER:$OWNER_GROUP" "$MOA_HOME/."
    chmod 750 "$MOA_HOME/."
}

# The path the owner sees: .moa may be a link inside a folder closed to them.
resolve_home() {
    MOA_HOME=$(cd "$MOA_HOME" && pwd -P)
    export MOA_HOME
}

# secret NAME: the file's path; made with 192 random bits at first use.
secret() {
    local file=$MOA_HOME/secrets/$1
    if [[ ! -s $file ]]; then
        # shellcheck disable=SC2016 # expands in the inner shell
        head -c 24 /dev/urandom | base64 | tr '+/' '-_' |
            as_owner bash -c 'umask 077; cat >"$1.new" && mv "$1.new" "$1"' - "$file"
    fi
    printf '%s' "$file"
}

# own_file PATH [MODE]: writes standard input to a file of the owner.
own_file() {
    # shellcheck disable=SC2016 # expands in the inner shell
    as_owner bash -c 'umask 077; cat >"$1.new" && chmod "$2" "$1.new" && mv "$1.new" "$1"' - "$1" "${2:-600}"
}

wipe_home() {
    [[ -e $MOA_HOME/.moa-home ]] || return 0
    find "$MOA_HOME/." -mindepth 1 -delete || fail "$MOA_HOME could not be emptied."
}
