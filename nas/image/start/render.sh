# render FILE: the file with every ${MOA_…} replaced by the variable of that name. Values never stand on a command line.
# shellcheck shell=sh
render() {
    awk '{
        line = $0
        out = ""
        while (match(line, /[$][{]MOA_[A-Z_]+[}]/)) {
            out = out substr(line, 1, RSTART - 1) ENVIRON[substr(line, RSTART + 2, RLENGTH - 3)]
            line = substr(line, RSTART + RLENGTH)
        }
        print out line
    }' "$1"
}
secret() {
    tr -d '\r\n' <"/run/secrets/$1"
}
