#!/usr/bin/env bash
# A smoke test of Frontdesk with curl: bash smoke.sh https://id.example.com
# Signs a disposable person up, tries the same address again, logs out and in, changes the password, and closes the account.
set -euo pipefail
url=${1:?Which site? bash smoke.sh URL}
url=${url%/}
unique=$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')
email=smoke-$unique@example.com
password="violet harbour $unique"
new_password="copper meadow $unique"
folder=$(mktemp -d)

# ask EXPECTED PATH [CURL ARGUMENTS…]: the body goes into $folder/page
ask() {
    local expected=$1 path=$2 got
    shift 2
    got=$(curl --silent --show-error --max-time 30 --header 'Accept-Language: en' \
        --cookie "$folder/cookies" --cookie-jar "$folder/cookies" --output "$folder/page" \
        --write-out '%{http_code} %{redirect_url}' "$@" "$url$path")
    got=${got/ "$url"/ }
    got=${got% }
    [[ $got == "$expected" ]] || fail "$path: expected $expected, got $got"
    echo "ok  $path: $got"
}

fail() {
    echo "FAILED  $*" >&2
    exit 1
}

# Closes the account at the end, also after a failure: logs in with either password.
close() {
    local status=$?
    for each in "$new_password" "$password"; do
        (ask '303 /account' /login --data-urlencode "email=$email" --data-urlencode "password=$each" &&
            ask '303 /login' /account/close --request POST) >/dev/null 2>&1 && closed=yes && break
    done
    [[ ${closed:-} ]] || { echo "Left behind, if it was made: $email" >&2; status=1; }
    rm -rf "$folder"
    exit $status
}
trap close EXIT

for page in / /login /signup /password-reset /docs /robots.txt /health/ready; do
    ask 200 $page
done
ask '303 /account' /signup --data-urlencode "email=$email" --data-urlencode "password=$password" --data accept_terms=yes
ask 409 /signup --data-urlencode "email=${email^^}" --data-urlencode "password=$password"
grep -q 'Email already registered' "$folder/page" || fail 'the duplicate is not told'
ask 200 /account
ask '303 /login' /logout --request POST
ask '303 /login?next=%2Faccount' /account
ask 422 /login --data-urlencode "email=$email" --data-urlencode 'password=wrong'
ask '303 /account' /login --data-urlencode "email=$email" --data-urlencode "password=$password"
ask '303 /account' /account/password --data-urlencode "current_password=$password" --data-urlencode "new_password=$new_password"
ask 200 /account
grep -q 'Password changed' "$folder/page" || fail 'the change is not told'
