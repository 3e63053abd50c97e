# The distribution's packages: what is missing is installed, no server is started by it and no cluster created.
# shellcheck shell=bash

have_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; }
have_chromium() { chromium_binary >/dev/null; }
# Ubuntu's chromium-browser is a script that calls for a snap: it does not count.
chromium_binary() {
    local name
    for name in chromium google-chrome-stable google-chrome; do
        if command -v "$name" >/dev/null && [[ $(readlink -f "$(command -v "$name")") != */snap* ]]; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# missing_packages up|test
missing_packages() {
    have_postgresql || say postgresql
    [[ -x /usr/bin/redis-server ]] || say redis-server
    [[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]] || say rabbitmq-server
    [[ -x /usr/sbin/nginx ]] || say nginx
    command -v curl >/dev/null || say curl
    if [[ $1 == test ]] && ! have_chromium && ! grep -q '^ID=ubuntu' /etc/os-release; then say chromium; fi
}

# require_packages up|test [--yes]
require_packages() {
    local missing sudo=
    mapfile -t missing < <(missing_packages "$1")
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null || fail "these programs are missing and apt is not here to install them: ${missing[*]}."
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "these packages are missing: ${missing[*]}. Install them as root."
        [[ ${2:-} == --yes ]] || yes_to "Moa needs these packages of your distribution: ${missing[*]}. Install them with sudo apt-get?" ||
            fail "these packages are missing: ${missing[*]}. Install them, or say ./moa $1 --yes."
        sudo=sudo
    fi
    say "installing ${missing[*]} …"
    $sudo "$LOCAL/install-packages" "${missing[@]}" || fail "the packages ${missing[*]} could not be installed."
    mapfile -t missing < <(missing_packages "$1")
    ((${#missing[@]} == 0)) || fail "after the installation these are still missing: ${missing[*]}."
}
