### The administrators' pages, the parts that they share with the account page, the navigation, and the frame of the
### API reference.

## Navigation
## At the top of every page for people who are logged in.

nav-label = Hauptmenü
nav-account = Konto
nav-overview = Übersicht
nav-users = Benutzer
nav-mail = E-Mails
nav-logged-in-as = Angemeldet als

## Overview
## The administrators' front page: how many people there are, and how the server is doing.

admin-overview-title = Übersicht
admin-overview-people = Personen
admin-overview-users = { $count } Benutzer
admin-overview-users-hint = Alle, die ein Konto haben.
admin-overview-view-users = Benutzer ansehen
admin-overview-no-failed-mail = Keine fehlgeschlagenen E-Mails
admin-overview-failed-mail = { $count ->
        [one] { $count } fehlgeschlagene E-Mail
       *[other] { $count } fehlgeschlagene E-Mails
    }
admin-overview-waiting-mail = { $count } ausstehend
admin-overview-view-mail = E-Mails ansehen
admin-overview-refusals = Abgewiesene Anfragen
admin-overview-refusals-hint = Anmeldungen mit unbekannten Adressen, zu viele Versuche und Anfragen von anderen Websites.
admin-overview-view-refusals = Anfragen ansehen
admin-overview-api = API für Programme
admin-overview-api-hint = Was Programme hier tun können, mit Beispielen.
admin-overview-view-api = API ansehen

## Overview: password hashing
## Figures of the queue in which passwords are turned into hashes. Each has a label (dt) and a value (dd).

admin-hashing-title = Passwort-Hashing
admin-hashing-hint = Jede Anmeldung und jede Registrierung braucht einen Passwort-Hash. Diese Werte zeigen, wie der Server seit dem Start damit nachkommt.
admin-hashing-engine = Engine
admin-hashing-cost = Aufwand pro Hash
admin-hashing-cost-value = { $memory }, { $passes ->
        [one] { $passes } Durchlauf
       *[other] { $passes } Durchläufe
    }, { $lanes ->
        [one] { $lanes } Lane
       *[other] { $lanes } Lanes
    }
admin-hashing-workers = Worker
admin-hashing-workers-value = { $busy } von { $workers } beschäftigt, insgesamt { $memory }
admin-hashing-threads = Threads pro Hash
admin-hashing-waiting = Warteschlange
admin-hashing-waiting-value = { $count } von { $limit } Plätzen belegt: { $log_ins ->
        [one] { $log_ins } Anmeldung
       *[other] { $log_ins } Anmeldungen
    }, { $sign_ups ->
        [one] { $sign_ups } neues Passwort
       *[other] { $sign_ups } neue Passwörter
    }
admin-hashing-wait = Geschätzte Wartezeit
admin-hashing-wait-value = { $wait } für eine Registrierung; nach { $limit } werden Anfragen abgelehnt
admin-hashing-waits = Wartezeit (Median)
admin-hashing-waits-value = { $median }; längste { $longest } ({ $count ->
        [one] letzter Hash
       *[other] letzte { $count } Hashes
    })
admin-hashing-no-waits = Noch keine Hashes
admin-hashing-served = Hashes
admin-hashing-served-value = { $count }
admin-hashing-rejected = Abgelehnt
admin-hashing-rejected-value = { $count ->
        [one] { $count } Anfrage, auf später verwiesen
       *[other] { $count } Anfragen, auf später verwiesen
    }
admin-hashing-abandoned = Abgebrochen
admin-hashing-abandoned-value = { $count ->
        [one] { $count } Anfrage, beim Warten getrennt
       *[other] { $count } Anfragen, beim Warten getrennt
    }
admin-hashing-rechecked = Nachgerechnet
admin-hashing-rechecked-none-wrong = { $count } mit der Referenz-Engine, keiner falsch
admin-hashing-rechecked-wrong-html = { $count } mit der Referenz-Engine, <strong>{ $wrong } falsch</strong> (siehe Log)

## Users
## The list of all users, with a search, filters and a table.

admin-users-title = Benutzer
admin-users-count = { $count } Benutzer
admin-users-found = { $count } gefunden
admin-users-search = Suchen
admin-users-state = Status
admin-users-state-all = Alle
admin-users-state-active = Aktiv
admin-users-state-disabled = Deaktiviert
admin-users-state-closed = Geschlossen
admin-users-role = Rolle
admin-users-role-all = Alle
admin-users-role-admin = Admins
admin-users-filter = Filtern
admin-users-clear = Zurücksetzen
admin-users-table = Benutzer
admin-users-sort-by = Sortieren nach
admin-users-signed-up = Registriert
admin-users-last-log-in = Letzte Anmeldung
admin-users-no-match = Keine Benutzer gefunden
admin-users-no-match-hint = Kürzen Sie die Suche oder wählen Sie einen anderen Status oder eine andere Rolle.
admin-users-clear-filter = Filter zurücksetzen
admin-users-none = Noch hat sich niemand registriert
admin-users-none-hint = Neue Personen erscheinen hier, sobald sie sich registrieren.

## One user
## What an administrator sees of one person, and can do with the account.

admin-user-self = Das sind Sie
admin-user-details = Details
admin-user-signed-up = Registriert
admin-user-last-log-in = Letzte Anmeldung
admin-user-address = E-Mail-Adresse
admin-user-confirmed = Bestätigt
admin-user-not-confirmed = Nicht bestätigt
admin-user-id = Benutzer-ID
admin-user-access = Zugriff
admin-user-disabled = Konto ist deaktiviert
admin-user-disabled-hint = Aktivieren Sie es, damit sich die Person wieder anmelden kann.
admin-user-disabled-closed-hint = Die Person hatte es vorher selbst geschlossen. Solange es deaktiviert ist, wird es nicht gelöscht. Wenn Sie es aktivieren, wird es gelöscht, falls sie sich nicht wieder anmeldet.
admin-user-enable = Aktivieren
admin-user-closed = Konto ist geschlossen
admin-user-closed-hint = Die Person hat es selbst geschlossen. Es wird am { $time } gelöscht, wenn sie sich nicht wieder anmeldet. Deaktivieren verhindert das Löschen.
admin-user-enabled = Konto ist aktiviert
admin-user-enabled-hint = Beim Deaktivieren wird die Person abgemeldet. Sie kann sich erst wieder anmelden, wenn Sie das Konto aktivieren.
admin-user-disable = Deaktivieren
admin-user-is-admin = Hat Admin-Rechte
admin-user-is-admin-hint = Kann alle Benutzer sehen und verwalten.
admin-user-remove-admin = Admin-Rechte entziehen
admin-user-is-not-admin = Keine Admin-Rechte
admin-user-is-not-admin-hint = Admins können alle Benutzer sehen und verwalten.
admin-user-make-admin = Admin-Rechte erteilen
admin-user-locked = Konto ist gesperrt
admin-user-locked-hint = Das Passwort war zu oft falsch. Bis die Person ein neues Passwort festlegt oder den Link aus unserer E-Mail öffnet, kann sie sich nur auf Geräten anmelden, die sie schon einmal genutzt hat.
admin-user-unlock-hint = Danach kann sich die Person auf jedem Gerät wieder mit ihrem Passwort anmelden.
admin-user-unlock = Entsperren
admin-user-log-out-everywhere = Überall abmelden
admin-user-log-out-everywhere-hint = Beendet alle Sitzungen dieser Person. Danach kann sie sich wieder anmelden.
admin-user-sessions = Sitzungen
admin-user-more-sessions = { $count ->
        [one] Nur die zuletzt genutzte Sitzung wird angezeigt.
       *[other] Nur die { $count } zuletzt genutzten Sitzungen werden angezeigt.
    }
admin-user-no-sessions = Nirgends angemeldet.
admin-user-mail = E-Mails
admin-user-more-mail-html = { $count ->
        [one] Nur die neueste E-Mail wird angezeigt.
       *[other] Nur die { $count } neuesten E-Mails werden angezeigt.
    } <a href="{ $url }">Alle E-Mails ansehen</a>
admin-user-no-mail = Keine E-Mails aus letzter Zeit.
admin-user-history = Verlauf
admin-user-no-older-events = Keine älteren Ereignisse.
admin-user-no-events = Bisher ist nichts passiert.
admin-user-history-pages = Seiten des Verlaufs

## Make an administrator
## A question, where the person's email address is not confirmed.

admin-make-admin-title = Admin-Rechte für { $email }?
admin-make-admin-heading = Diese Adresse ist nicht bestätigt
admin-make-admin-text-html = Registrieren kann man sich auch mit einer fremden Adresse. Wir wissen noch nicht, ob <strong dir="auto">{ $email }</strong> wirklich der Person gehört, die dieses Konto nutzt.
admin-make-admin-hint = Mit Admin-Rechten kann man alle Konten sehen und ändern. Bitten Sie die Person, zuerst die Adresse zu bestätigen: Auf ihrer Kontoseite gibt es dafür eine Schaltfläche. Fahren Sie nur fort, wenn Sie sicher wissen, dass das Konto ihr gehört.
admin-make-admin-submit = Trotzdem Admin-Rechte erteilen

## Mail
## The emails that the server has sent, or is going to send, to people.

admin-mail-title = E-Mails
admin-mail-filter = E-Mails filtern
admin-mail-all = Alle
admin-mail-waiting = Ausstehend
admin-mail-folder-html = E-Mails verlassen diesen Rechner nicht: Sie werden in <code><bdi>{ $folder }</bdi></code> geschrieben. Damit sie versendet werden, setzen Sie <code>mail.transport</code> und <code>mail.smtp_url</code>.
admin-mail-sent = Gesendet
admin-mail-failed = Fehlgeschlagen
admin-mail-not-sent = Nicht gesendet
admin-mail-none-older = Keine älteren E-Mails
admin-mail-none-waiting = Keine ausstehenden E-Mails
admin-mail-none-waiting-hint = Neue E-Mails gehen innerhalb von ein, zwei Sekunden hinaus.
admin-mail-none-failed = Keine fehlgeschlagenen E-Mails
admin-mail-none-failed-hint = E-Mails, die sich nicht senden lassen, erscheinen hier mit dem Grund.
admin-mail-none-not-sent = Keine zurückgezogenen E-Mails
admin-mail-none-not-sent-hint = E-Mails, die nicht mehr gebraucht werden oder deren Link nicht mehr funktionieren würde, werden nicht gesendet. Sie erscheinen hier mit dem Grund.
admin-mail-none = Noch keine E-Mails
admin-mail-none-hint = Bestätigungslinks, Passwortlinks und Mitteilungen erscheinen hier 30 Tage lang.

## Refused requests
## Requests that concern no account and that the server refused.

admin-refusals-title = Abgewiesene Anfragen
admin-refusals-hint = Anmeldungen mit unbekannten Adressen, zu viele Versuche und Anfragen von Seiten anderer Websites. Was ein Konto betrifft, steht in dessen Verlauf.
admin-refusals-left-out = { $count ->
        [one] { $count } weitere Anfrage aus dieser Stunde ist nicht aufgeführt, damit niemand den Speicher füllen kann. Sie wird hier nur gezählt; im Log steht eine Zeile dazu.
       *[other] { $count } weitere Anfragen aus dieser Stunde sind nicht aufgeführt, damit niemand den Speicher füllen kann. Sie werden hier nur gezählt; im Log steht zu jeder eine Zeile.
    }
admin-refusals-none-older = Keine älteren Anfragen.
admin-refusals-none = Noch keine abgewiesenen Anfragen.

## Parts: what is said of a user
## Badges and short words beside an address, and in the list of users.

user-state-active = Aktiv
user-state-disabled = Deaktiviert
user-state-closed = Geschlossen
user-state-locked = Gesperrt
user-state-unconfirmed = Nicht bestätigt
user-role-admin = Admin
user-role-member = Mitglied

## Parts: what happened
## A table, on the pages of one user, of refused requests and of one's own activity. On narrow screens "By" and "From"
## are labels before the value.

event-table-when = Wann
event-table-event = Ereignis
event-table-by = Wer
event-table-from = Gerät
event-table-device-and-address-html = <bdi>{ $device }</bdi>, <bdi>{ $address }</bdi>
event-table-not-recorded = Nicht erfasst

## Parts: emails
## A list, on the page of all mail and on the page of one user.

mail-list-state-waiting = Ausstehend
mail-list-state-sent = Gesendet
mail-list-state-written = In Datei geschrieben
mail-list-state-failed = Fehlgeschlagen
mail-list-state-not-sent = Nicht gesendet
mail-list-to-html = An <bdi>{ $email }</bdi>
mail-list-to-user-html = An <a href="{ $url }"><bdi>{ $email }</bdi></a>
mail-list-created = Erstellt am
mail-list-sent = Gesendet am
mail-list-written = Geschrieben am
mail-list-failed = Fehlgeschlagen am
mail-list-withdrawn = Zurückgezogen am
mail-list-next-attempt = Nächster Versuch am
mail-list-not-sent-reason = Nicht gesendet: { $reason }
mail-list-sending-again-html = Wird noch einmal gesendet. Letzter Fehler: <bdi>{ $error }</bdi>
mail-list-attempts-html = { $count ->
        [one] { $count } Versuch.
       *[other] { $count } Versuche.
    } Letzter Fehler: <bdi>{ $error }</bdi>
mail-list-retry = Wiederholen
mail-list-retry-which = („{ $mail }“ an { $email })

## Parts: sessions
## Where somebody is logged in: a list on the account page and on the page of one user.

session-list-program = Programm
session-list-this-device = Dieses Gerät
session-list-logged-in = Angemeldet am
session-list-last-used = Zuletzt genutzt am
session-list-end = Sitzung beenden
session-list-end-which = ({ $device }, { $address }, zuletzt genutzt am { $time })

## API reference
## The frame of the page for developers at /docs. The descriptions between these words are always in English.

reference-title = API
reference-version = Version { $version }
reference-machine-html = Maschinenlesbar: <a href="{ $url }">openapi.json</a> (OpenAPI 3.1).
reference-contents = Inhalt
reference-needs-token = Token erforderlich
reference-parameters = Parameter
reference-body = Request-Body
reference-body-as-html = <a href="{ $url }">{ $schema }</a> als <code>{ $content_type }</code>
reference-responses = Antworten
reference-samples = Beispiele
reference-copy = Beispiel für { $language } kopieren
reference-copied = Kopiert
reference-headers = Header:
reference-schemas = Schemas
reference-example = Beispiel
reference-list-of = Liste von { $item }
reference-object-of = Objekt mit Werten vom Typ { $item }
reference-all-of = alle Felder von { $schema }
reference-or = oder
# The next messages stand after a type, with commas between them: "integer, mindestens 1, höchstens 200, Standard 50, optional".
reference-minimum = mindestens { $minimum }
reference-maximum = höchstens { $maximum }
reference-minimum-length = mindestens { $count } Zeichen
reference-maximum-length = höchstens { $count } Zeichen
reference-default = Standard { $value }
reference-optional = optional
