### Words that many pages share.

## Fields and buttons

common-email = E-mail
common-password = Hasło
common-name = Imię i nazwisko
common-new-password = Nowe hasło
common-current-password = Obecne hasło
common-sign-up = Załóż konto
common-log-in = Zaloguj się
common-log-out = Wyloguj się

## Lists

common-older = Starsze wpisy
common-newest = Najnowsze wpisy
common-next = Następna
common-previous = Poprzednia
common-pages = Strony
common-never = Nigdy
common-unknown-place = Nieznane miejsce
common-unknown-device = Nieznane urządzenie

## People and places

common-your-account = Twoje konto

## Times

date-time = { $day } { $month_name } { $year }, { $time } UTC
month-1 = sty
month-2 = lut
month-3 = mar
month-4 = kwi
month-5 = maja
month-6 = cze
month-7 = lip
month-8 = sie
month-9 = wrz
month-10 = paź
month-11 = lis
month-12 = gru

# In the accusative: "ważny przez godzinę / 3 godziny / 12 godzin".
time-hours = { $count ->
    [one] godzinę
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
}
time-days = { $count ->
    [one] 24 godziny
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}

time-ago-now = przed chwilą
time-ago-minutes = { $count ->
    [one] { $count } minutę temu
    [few] { $count } minuty temu
    [many] { $count } minut temu
   *[other] { $count } minuty temu
}
time-ago-hours = { $count ->
    [one] { $count } godzinę temu
    [few] { $count } godziny temu
    [many] { $count } godzin temu
   *[other] { $count } godziny temu
}
time-ago-days = { $count ->
    [one] { $count } dzień temu
    [few] { $count } dni temu
    [many] { $count } dni temu
   *[other] { $count } dnia temu
}

## Units

unit-milliseconds = { $count } ms
unit-seconds = { $count } s
unit-kibibytes = { $count } KiB
unit-mebibytes = { $count } MiB

## Devices

# Names are not inflected: "Firefox w systemie Linux".
device-browser-on-system = { $browser } w systemie { $system }
device-name = { $name }
