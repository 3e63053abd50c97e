# What a backup is made of: encrypting, checking, and talking to PostgreSQL as its administrator.
# shellcheck shell=bash

# passphrase new|known: into $SCRATCH/passphrase. From MOA_BACKUP_PASSPHRASE or its _FILE, the terminal, or (new) made here.
passphrase() {
    local typed again file=${MOA_BACKUP_PASSPHRASE_FILE:-}
    if [[ -n ${MOA_BACKUP_PASSPHRASE:-} ]]; then
        typed=$MOA_BACKUP_PASSPHRASE
    elif [[ -n $file ]]; then
        [[ -r $file ]] || fail "the file $file named by MOA_BACKUP_PASSPHRASE_FILE cannot be read."
        typed=$(<"$file")
    elif [[ -t 0 ]]; then
        read -r -s -p "Passphrase of the backup: " typed
        printf '\n'
        if [[ $1 == new ]]; then
            read -r -s -p "Once more: " again
            printf '\n'
            [[ $typed == "$again" ]] || fail "the two passphrases differ."
        fi
    else
        fail "a backup is encrypted: give its passphrase as MOA_BACKUP_PASSPHRASE or in a file as MOA_BACKUP_PASSPHRASE_FILE."
    fi
    ((${#typed} >= 12)) || fail "the passphrase of a backup has at least 12 characters."
    (
        umask 077
        printf '%s\n' "$typed" >"$SCRATCH/passphrase"
    )
}

encrypted() { openssl enc -aes-256-cbc -pbkdf2 -iter 600000 -md sha256 -salt -pass "file:$SCRATCH/passphrase"; }
decrypted() { openssl enc -d -aes-256-cbc -pbkdf2 -iter 600000 -md sha256 -pass "file:$SCRATCH/passphrase"; }

# unpack FILE: into $SCRATCH/backup, and every part of it checked against its digest.
unpack() {
    mkdir -m 700 "$SCRATCH/backup"
    [[ $(head -c 8 "$1" 2>/dev/null) == Salted__ ]] || fail "$1 is not a backup of Moa."
    decrypted <"$1" 2>/dev/null | tar -x -C "$SCRATCH/backup" 2>/dev/null ||
        fail "$1 cannot be opened: the passphrase is another one, or the file is damaged."
    (cd "$SCRATCH/backup" && sha256sum --quiet --strict -c SHA256SUMS >/dev/null 2>&1) ||
        fail "$1 is damaged: its content does not match its digests."
}

# admin PROGRAM ARGUMENT…: a program of PostgreSQL, as the administrator of the suite's own server.
admin() {
    local program=$1
    shift
    PGPASSWORD=$(<"$(secret postgres)") "$(postgres_bin)/$program" -h 127.0.0.1 -p "${PORT[postgresql]}" -U postgres "$@"
}
