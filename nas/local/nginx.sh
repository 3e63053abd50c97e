# The one door: its configuration from nginx/, filled in for this machine.
# shellcheck shell=bash disable=SC2034 # names are used by templates and callers

render_nginx() {
    local from=$MOA_HOME/app/nginx to=$MOA_HOME/conf/nginx file name
    local MOA_NGINX_RUN=$MOA_HOME/run/nginx MOA_NGINX_MIME=/etc/nginx/mime.types MOA_WEB=$MOA_HOME/app/web
    local MOA_TRUSTED_PROXIES=${MOA_TRUSTED_PROXIES:-1} MOA_INNER_NETWORK=127.0.0.1/32
    local MOA_AUTH_PORT=${PORT[auth]} MOA_TRADING_PORT=${PORT[trading]} MOA_MARKET_PORT=${PORT[market-collector]}
    local MOA_BACKTEST_PORT=${PORT[backtest]} MOA_NOTIFICATION_PORT=${PORT[notification]}
    [[ $MOA_TRUSTED_PROXIES =~ ^[0-9]$ ]] ||
        fail "MOA_TRUSTED_PROXIES must be a number from 0 to 9, not \"$MOA_TRUSTED_PROXIES\"."
    as_owner mkdir -p "$to" "$MOA_NGINX_RUN"
    for file in "$from"/*; do
        name=$(basename "$file")
        case $name in
        *.nas.conf | README.md) ;;
        upstreams.local.conf.template) render "$file" | own_file "$to/upstreams.conf" ;;
        *.template) render "$file" | own_file "$to/${name%.template}" ;;
        *.conf) own_file "$to/$name" <"$file" ;;
        esac
    done
    listen_lines | own_file "$to/listen.conf"
}

listen_lines() {
    local options='' tls=$MOA_HOME/tls
    [[ ! -s $tls/cert.pem ]] || options=' ssl'
    say "listen $MOA_HTTP_PORT$options backlog=1024;"
    [[ ! -e /proc/net/if_inet6 || ! -s /proc/net/if_inet6 ]] || say "listen [::]:$MOA_HTTP_PORT$options backlog=1024 ipv6only=on;"
    [[ -z $options ]] || say "include tls.conf;
ssl_certificate $tls/cert.pem;
ssl_certificate_key $tls/key.pem;"
}

start_nginx() {
    local environment=() said
    require_port nginx
    render_nginx
    # Its output goes to a file of the owner's: nginx opens /dev/stdout by name.
    # shellcheck disable=SC2016 # expands in the inner shell
    said=$(as_owner bash -c '/usr/sbin/nginx -e stderr -t -q -c "$1" >"$2" 2>&1 || head -n 1 "$2"' - \
        "$MOA_HOME/conf/nginx/nginx.conf" "$MOA_HOME/run/nginx.test")
    [[ -z $said ]] || fail "nginx does not accept its settings: $said"
    spawn nginx QUIT 10 /usr/sbin/nginx -e stderr -c "$MOA_HOME/conf/nginx/nginx.conf" -g 'daemon off;'
}

suite_url() {
    local scheme=http
    [[ ! -s $MOA_HOME/tls/cert.pem ]] || scheme=https
    printf '%s://%s:%s' "$scheme" "$1" "$MOA_HTTP_PORT"
}
nginx_answers() {
    [[ $(curl -sk -m 3 -o /dev/null -w '%{http_code}' "$(suite_url 127.0.0.1)/") == [234]* ]]
}
suite_answers() {
    [[ $(curl -sk -m 5 -o /dev/null -w '%{http_code}' "$(suite_url 127.0.0.1)/api/v1/health") == 200 ]]
}
