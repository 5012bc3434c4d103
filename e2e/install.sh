#!/bin/sh
# Installs what `make e2e` and `make conformance` need besides Node.js: Chromium and LibreOffice Calc. Called by
# `make tools`. On Debian and Ubuntu it uses apt, as root or with a sudo that asks no password; elsewhere, and where
# apt cannot, it says what is missing and how to get it, and ends with 1.
set -u

missing=""
packages=""
have() { for program in "$@"; do command -v "$program" >/dev/null 2>&1 && return 0; done; return 1; }

if ! have chromium chromium-browser google-chrome; then
    missing="$missing Chromium"
    packages="$packages chromium"
fi
if ! have soffice libreoffice; then
    missing="$missing LibreOffice"
    packages="$packages libreoffice-calc-nogui"
fi
if [ -z "$missing" ]; then
    echo "Chromium y LibreOffice ya están. / Chromium and LibreOffice are here."
    exit 0
fi

told() {
    echo "Falta:$missing. $1" >&2
    echo "Missing:$missing. $2" >&2
    echo "  Debian, Ubuntu:  sudo apt-get install --no-install-recommends$packages" >&2
    echo "  Fedora:          sudo dnf install chromium libreoffice-calc" >&2
    echo "  macOS:           brew install --cask chromium libreoffice" >&2
    exit 1
}

if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif have sudo && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    told "Hay que ser root, o tener sudo sin clave, para instalarlo." "It takes root, or sudo without a password, to install it."
fi
have apt-get || told "Aquí no hay apt: instálelo a mano." "There is no apt here: install it by hand."

echo "apt-get install$packages"
# shellcheck disable=SC2086  # The words of both are meant apart.
{ $as_root apt-get update -q && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q --yes --no-install-recommends $packages; } >/dev/null ||
    told "apt no pudo instalarlo." "apt could not install it."
echo "Listo. / Done."
