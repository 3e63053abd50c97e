# Sources every part of nas/local.
# shellcheck shell=bash source=/dev/null
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
for part in account toolchain packages processes servers services nginx build cache suite; do
    source "$LOCAL/$part.sh"
done
unset part
