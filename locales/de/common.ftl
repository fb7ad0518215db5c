### Words that many pages share.

## Fields and buttons

common-email = E-Mail
common-password = Passwort
common-name = Name
common-new-password = Neues Passwort
common-current-password = Aktuelles Passwort
common-sign-up = Registrieren
common-log-in = Anmelden
common-log-out = Abmelden

## Lists

common-older = Ältere Einträge
common-newest = Neueste Einträge
common-next = Weiter
common-previous = Zurück
common-pages = Seiten
common-never = Nie
common-unknown-place = Unbekannter Ort
common-unknown-device = Unbekanntes Gerät

## People and places

common-your-account = Ihr Konto

## Times

date-time = { $day }. { $month_name } { $year }, { $time } UTC
month-1 = Jan.
month-2 = Feb.
month-3 = März
month-4 = Apr.
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = Aug.
month-9 = Sept.
month-10 = Okt.
month-11 = Nov.
month-12 = Dez.

# How long a link works, in the dative: "Der Link … läuft nach einer Stunde ab."
time-hours = { $count ->
    [one] einer Stunde
   *[other] { $count } Stunden
}
time-days = { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
}

time-ago-now = gerade eben
time-ago-minutes = { $count ->
    [one] vor { $count } Minute
   *[other] vor { $count } Minuten
}
time-ago-hours = { $count ->
    [one] vor { $count } Stunde
   *[other] vor { $count } Stunden
}
time-ago-days = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
}

## Units

unit-milliseconds = { $count } ms
unit-seconds = { $count } s
unit-kibibytes = { $count } KiB
unit-mebibytes = { $count } MiB

## Devices

device-browser-on-system = { $browser } auf { $system }
device-name = { $name }
