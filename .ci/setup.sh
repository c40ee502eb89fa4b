#!/usr/bin/env bash
# Installs what .ci/packages.txt lists and this machine lacks. Sourced by ./demo and ./check, so
# that both set up the same way; does nothing when all is there. ./demo needs the part to build only.
#
# Node.js and npm (for the viewer) come from Debian only when there is no npm on the PATH: beside
# another Node they conflict.

fasti_setup() { # fasti_setup ROOT build|all
    local root=$1 part=$2 missing=() package without=()
    [ "$part" = all ] || without=(-e '/^# To test:/,$d')
    while read -r package; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done < <(sed "${without[@]}" -e 's/#.*//' -e '/^[[:space:]]*$/d' "$root/.ci/packages.txt")
    command -v npm >/dev/null 2>&1 || missing+=(nodejs npm)
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || {
            echo "These Debian packages are missing, and there is neither root nor sudo to install them:" >&2
            echo "  apt-get install ${missing[*]}" >&2
            return 1
        }
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
