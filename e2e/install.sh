#!/bin/sh
# Installs what `make e2e` and `make conformance` need besides Node.js: Chromium, Firefox ESR, WebKit with a display
# that nobody sees, and LibreOffice Calc. Called by `make tools`. On Debian and Ubuntu it uses apt, as root or with a
# sudo that asks no password; elsewhere, and where apt cannot, it says what is missing and how to get it, and ends
# with 1. Chromium and LibreOffice are needed; where another browser is missing, its checks are skipped.
set -u

missing=""
packages=""
have() { for program in "$@"; do command -v "$program" >/dev/null 2>&1 && return 0; done; return 1; }

if ! have chromium chromium-browser google-chrome; then
    missing="$missing Chromium"
    packages="$packages chromium"
fi
# Under this name it is a program of its own. What Ubuntu calls firefox is a snap, which reads no profile of a driver.
if ! have firefox-esr; then
    missing="$missing Firefox-ESR"
    packages="$packages firefox-esr"
fi
if ! have WebKitWebDriver || ! have Xvfb; then
    missing="$missing WebKit"
    packages="$packages webkit2gtk-driver xvfb"
fi
if ! have soffice libreoffice; then
    missing="$missing LibreOffice"
    packages="$packages libreoffice-calc-nogui"
fi
if [ -z "$missing" ]; then
    echo "Chromium, Firefox ESR, WebKit y LibreOffice ya están. / Chromium, Firefox ESR, WebKit and LibreOffice are here."
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
$as_root apt-get update -q >/dev/null || told "apt no pudo instalarlo." "apt could not install it."
missing=""
for package in $packages; do
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q --yes --no-install-recommends "$package" >/dev/null ||
        missing="$missing $package"
done
[ -z "$missing" ] || told "apt no pudo instalarlo." "apt could not install it."
echo "Listo. / Done."
