### Words that many pages share.

## Fields and buttons

common-email = Adresse e-mail
common-password = Mot de passe
common-name = Nom
common-new-password = Nouveau mot de passe
common-current-password = Mot de passe actuel
common-sign-up = S’inscrire
common-log-in = Se connecter
common-log-out = Se déconnecter

## Lists

common-older = Entrées plus anciennes
common-newest = Entrées les plus récentes
common-next = Suivant
common-previous = Précédent
common-pages = Pages
common-never = Jamais
common-unknown-place = Lieu inconnu
common-unknown-device = Appareil inconnu

## People and places

common-your-account = Votre compte

## Times

date-time = { $day } { $month_name } { $year } à { $time } UTC
month-1 = janv.
month-2 = févr.
month-3 = mars
month-4 = avr.
month-5 = mai
month-6 = juin
month-7 = juil.
month-8 = août
month-9 = sept.
month-10 = oct.
month-11 = nov.
month-12 = déc.

# Inside "Ce lien … reste valable { $life }."
time-hours = { $count ->
    [one] une heure
   *[other] { $count } heures
}
time-days = { $count ->
    [one] un jour
   *[other] { $count } jours
}

time-ago-now = à l’instant
time-ago-minutes = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
time-ago-hours = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
}
time-ago-days = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}

## Units

unit-milliseconds = { $count } ms
unit-seconds = { $count } s
unit-kibibytes = { $count } Kio
unit-mebibytes = { $count } Mio

## Devices

device-browser-on-system = { $browser } sur { $system }
device-name = { $name }
