### Sentences that the program chooses: what has just happened, what is wrong with a form, what an event or an email was.

## Flash messages: shown once at the top of the next page

flash-account-created = Willkommen! Ihr Konto ist bereit.
flash-logged-out = Sie sind abgemeldet.
flash-password-changed = Passwort geändert. Überall sonst wurden Sie abgemeldet.
flash-name-changed = Name gespeichert.
flash-name-removed = Name entfernt.
flash-session-ended = Das Gerät wurde abgemeldet.
flash-session-gone = Das Gerät war bereits abgemeldet.
flash-other-sessions-ended = Alle Ihre anderen Geräte wurden abgemeldet.
flash-set-up-done = Sie haben jetzt Admin-Rechte.
flash-please-log-in = Melden Sie sich an, um fortzufahren.
flash-log-in-refused = E-Mail-Adresse oder Passwort ist falsch, oder das Konto ist deaktiviert.
flash-email-taken = E-Mail-Adresse bereits registriert
flash-too-many-attempts = Zu viele Versuche.
flash-unavailable = Hier ist gerade viel los. Es wurde nichts geändert.
flash-unexpected = Bei uns ist etwas schiefgelaufen. Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.
try-again-soon = Bitte versuchen Sie es gleich noch einmal.
try-again-seconds = { $count ->
    [one] Versuchen Sie es in { $count } Sekunde noch einmal.
   *[other] Versuchen Sie es in { $count } Sekunden noch einmal.
}
try-again-minutes = { $count ->
    [one] Versuchen Sie es in { $count } Minute noch einmal.
   *[other] Versuchen Sie es in { $count } Minuten noch einmal.
}
try-again-hours = { $count ->
    [one] Versuchen Sie es in { $count } Stunde noch einmal.
   *[other] Versuchen Sie es in { $count } Stunden noch einmal.
}

# Closing an account; until it is deleted, logging in opens it again.
flash-account-closed = Ihr Konto ist geschlossen und wird gelöscht. Anders überlegt? Melden Sie sich vorher an, um es zu behalten.
flash-account-reopened = Willkommen zurück! Ihr Konto ist wieder geöffnet und wird nicht gelöscht.
flash-last-administrator-stays = Bisher haben nur Sie Admin-Rechte. Erteilen Sie zuerst einer weiteren Person Admin-Rechte.

# Confirming and changing an email address
flash-verification-sent = Wir haben Ihnen einen neuen Link gesendet. Frühere Links funktionieren nicht mehr.
flash-link-sent-again = Wenn die Adresse stimmt, ist eine weitere E-Mail unterwegs. Nur der neueste Link funktioniert.
flash-email-verified = Danke! Ihre E-Mail-Adresse ist bestätigt.
flash-sign-up-confirmed = Willkommen! Ihr Konto ist bereit. Melden Sie sich mit dem Passwort an, das Sie gewählt haben.
flash-email-change-requested = Wir haben einen Link an Ihre neue Adresse gesendet. Ihre E-Mail-Adresse ändert sich, wenn Sie ihn öffnen.
flash-email-change-cancelled = Die Änderung ist abgebrochen. Ihre E-Mail-Adresse bleibt, wie sie ist.
flash-email-change-not-pending = Es gibt keine Änderung der E-Mail-Adresse mehr zu bestätigen.
flash-email-changed = E-Mail-Adresse geändert. Wir haben auch Ihre alte Adresse benachrichtigt.
flash-email-change-undone = Ihre alte Adresse gilt wieder, und alle Geräte wurden abgemeldet. Wir haben Ihnen per E-Mail einen Link gesendet, mit dem Sie ein neues Passwort festlegen. Bis dahin bleibt Ihr Konto gesperrt.
flash-email-taken-meanwhile = Inzwischen hat sich jemand anderes mit dieser Adresse registriert. Deshalb wurde nichts geändert.
flash-email-unverified = Bestätigen Sie zuerst Ihre E-Mail-Adresse. Wir haben Ihnen einen Link gesendet.

# Passwords and locked accounts
flash-unlocked = Ihr Konto ist entsperrt.
flash-password-reset = Ihr Passwort ist geändert, und Sie wurden überall abgemeldet. Melden Sie sich mit dem neuen an.
flash-session-ended-by-failures = Das Passwort war zu oft falsch. Deshalb wurden Sie abgemeldet. Melden Sie sich wieder an, um fortzufahren.

# What administrators did to an account
flash-user-disabled = Das Konto ist deaktiviert und überall abgemeldet.
flash-user-enabled = Das Konto ist aktiviert.
flash-user-unlocked = Das Konto ist entsperrt.
flash-user-signed-out = Diese Person ist überall abgemeldet.
flash-admin-granted = Diese Person hat jetzt Admin-Rechte und muss sich neu anmelden.
flash-admin-revoked = Diese Person hat keine Admin-Rechte mehr.
flash-last-administrator = Bisher hat nur diese Person Admin-Rechte. Erteilen Sie zuerst einer weiteren Person Admin-Rechte.
flash-mail-retried = Die E-Mail wird noch einmal gesendet.
flash-mail-not-given-up = Nur fehlgeschlagene E-Mails lassen sich noch einmal senden.

## Mistakes in forms: shown at the field and at the top of the page

mistake-email-missing = Geben Sie Ihre E-Mail-Adresse ein.
mistake-new-email-missing = Geben Sie Ihre neue E-Mail-Adresse ein.
mistake-email-invalid = Geben Sie eine E-Mail-Adresse wie name@example.com ein.
mistake-email-too-long = Diese E-Mail-Adresse ist zu lang.
# The address has letters of several alphabets, such as a Cyrillic "а" among Latin letters.
mistake-email-look-alike = Diese Adresse mischt Alphabete oder enthält Buchstaben, die anderen nur ähnlich sehen. Geben Sie die Adresse mit einer einzigen Tastatursprache neu ein.
mistake-email-taken = Es gibt bereits ein Konto mit dieser E-Mail-Adresse.
mistake-email-unchanged = Das ist bereits Ihre E-Mail-Adresse.
mistake-password-missing = Geben Sie ein Passwort ein.
mistake-current-password-missing = Geben Sie Ihr aktuelles Passwort ein.
mistake-new-password-missing = Geben Sie ein neues Passwort ein.
mistake-password-too-short = Verwenden Sie mindestens { $minimum } Zeichen.
mistake-password-too-long = Verwenden Sie höchstens { $maximum } Zeichen.
mistake-password-unreadable = Dieses Passwort enthält Zeichen, die wir nicht lesen konnten.
mistake-password-common = Dieses Passwort ist zu gängig. Nehmen Sie ein paar Wörter ohne Zusammenhang.
mistake-password-guessable = Dieses Passwort ist leicht zu erraten. Ergänzen Sie ein paar Wörter ohne Zusammenhang.
mistake-password-from-context = Verwenden Sie im Passwort weder Ihre E-Mail-Adresse noch den Namen dieser Website.
mistake-password-blocklisted = Dieses Passwort ist hier nicht erlaubt. Wählen Sie ein anderes.
mistake-password-wrong = Das ist nicht Ihr aktuelles Passwort.
mistake-terms-not-accepted = Stimmen Sie den Nutzungsbedingungen zu, um sich zu registrieren.
mistake-name-too-long = Ihr Name ist zu lang. Verwenden Sie höchstens { $maximum } Zeichen.
mistake-name-unreadable = Ihr Name enthält unsichtbare Zeichen. Geben Sie ihn ohne diese noch einmal ein.

## Error pages: a title, and what to do next

error-400-title = Das konnten wir nicht lesen
error-400-text = Mit dem, was Ihr Browser gesendet hat, stimmte etwas nicht. Gehen Sie zurück und versuchen Sie es noch einmal.
error-401-title = Bitte melden Sie sich an
error-401-text = Diese Seite sehen Sie nur, wenn Sie angemeldet sind.
error-403-title = Nicht erlaubt
error-403-text = Diese Anfrage kam von einer anderen Website. Deshalb wurde nichts geändert. Öffnen Sie die Seite hier und versuchen Sie es noch einmal.
error-404-title = Seite nicht gefunden
error-404-text = Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder der Link stimmt nicht.
error-405-title = Das kann diese Seite nicht
error-405-text = Die Seite gibt es, aber nicht für diese Art von Anfrage.
error-408-title = Das hat zu lange gedauert
error-408-text = Ihr Browser hat eine Anfrage begonnen, aber nicht abgeschlossen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.
error-410-title = Dieser Link ist abgelaufen oder wurde bereits verwendet
error-410-text = Melden Sie sich an oder fordern Sie einen neuen Link an. Wenn Sie mehrere angefordert haben, funktioniert nur der neueste.
error-413-title = Zu groß
error-413-text = Das ist mehr, als diese Website annimmt. Senden Sie etwas Kleineres.
error-414-title = Zu lang
error-414-text = Die Adresse oder die Header der Anfrage sind zu lang.
error-415-title = Format nicht unterstützt
error-415-text = Diese Seite nimmt Webformulare an, gesendet wurde aber etwas anderes.
error-422-title = Dieses Formular konnten wir nicht annehmen
error-422-text = Was gesendet wurde, passt nicht zum Formular. Gehen Sie zurück und versuchen Sie es noch einmal.
error-429-title = Zu viele Versuche
error-429-text = Zum Schutz der Konten begrenzen wir, wie oft Sie es versuchen können.
error-503-title = Hier ist gerade viel los
error-503-text = Es wurde nichts geändert.
# Any other mistake of the server.
error-500-title = Etwas ist schiefgelaufen
error-500-text = Das Problem liegt bei uns. Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.
# Any other refusal.
error-other-title = Das hat nicht geklappt
error-other-text = Wir konnten diese Anfrage nicht beantworten. Gehen Sie zurück und versuchen Sie es noch einmal.

# The link that makes the first administrator.
error-set-up-link-title = Dieser Link ist abgelaufen oder wurde bereits verwendet
error-set-up-link-text = Ein Einrichtungslink funktioniert einmal, innerhalb eines Tages und nur, solange es kein Admin-Konto gibt. Starten Sie den Server neu, um einen neuen zu erhalten, oder führen Sie „frontdesk admin create“ aus.
# To a program that has a session but has not given the password lately. /account/confirm is an address.
error-confirm-password-title = Bestätigen Sie Ihr Passwort
error-confirm-password-text = Bestätigen Sie es unter /account/confirm und versuchen Sie es dann noch einmal.

## Events: lines in the activity log of an account. Short; no full stop.

event-signed-up = Registriert
event-logged-in = Angemeldet
event-log-in-failed = Anmeldung fehlgeschlagen
event-logged-out = Abgemeldet
event-password-changed = Passwort geändert
event-session-ended = Auf einem Gerät abgemeldet
event-sessions-ended = Überall abgemeldet
event-disabled = Konto deaktiviert
event-enabled = Konto aktiviert
event-admin-granted = Admin-Rechte erteilt
event-admin-revoked = Admin-Rechte entzogen
event-set-up-used = Einrichtungslink verwendet
event-refresh-token-reused = App abgemeldet: altes Token noch einmal verwendet
event-account-closed = Konto geschlossen
event-account-reopened = Konto wieder geöffnet
event-account-deleted = Konto gelöscht
event-data-exported = Daten heruntergeladen
event-email-verified = E-Mail-Adresse bestätigt
event-password-reset-requested = Zurücksetzen des Passworts angefordert
event-password-reset = Passwort zurückgesetzt
event-email-change-requested = Änderung der E-Mail-Adresse angefordert
event-email-change-cancelled = Änderung der E-Mail-Adresse abgebrochen
event-email-changed = E-Mail-Adresse geändert
event-email-change-undone = Änderung der E-Mail-Adresse rückgängig gemacht
event-account-locked = Konto gesperrt
event-account-unlocked = Konto entsperrt
event-mail-retried = E-Mail noch einmal gesendet
event-password-confirmation-failed = Falsches Passwort in laufender Sitzung
event-session-ended-by-failures = Abgemeldet: Passwort zu oft falsch
event-sign-up-repeated = Registrierung wiederholt
event-rate-limited = Vorübergehend blockiert: zu viele Versuche
event-access-denied = Blockiert: nur für Admins
event-cross-site-refused = Blockiert: von anderer Website gesendet

# Who did it
actor-you = Sie
actor-administrator = Ein Admin
actor-command-line = Kommandozeile
actor-unknown = Unbekannt
actor-email = { $email }
# An account that was deleted; only its number is left.
actor-former-user = Gelöschtes Konto { $id }

## Emails, as lists of sent mail name them

mail-kind-email-verification = E-Mail-Adresse bestätigen
mail-kind-sign-up-confirmation = Registrierung abschließen
mail-kind-password-reset = Neues Passwort festlegen
mail-kind-email-change = Neue E-Mail-Adresse bestätigen
mail-kind-email-changed = E-Mail-Adresse geändert
mail-kind-password-changed = Passwort geändert
mail-kind-new-device = Neue Anmeldung
mail-kind-account-closed = Konto geschlossen
mail-kind-account-locked = Passwort zu oft falsch
mail-kind-session-ended = Abgemeldet: Passwort zu oft falsch
mail-kind-admin-granted = Admin-Rechte erteilt
mail-kind-admin-revoked = Admin-Rechte entzogen
mail-kind-account-disabled = Konto deaktiviert
mail-kind-account-enabled = Konto aktiviert

# Why an email was not sent: whole sentences after "Nicht gesendet: …", so they begin with a capital letter.
not-sent-account-disabled = Das Konto ist deaktiviert, der Link würde also nicht funktionieren.
not-sent-address-changed = Das Konto hat jetzt eine andere Adresse.
not-sent-link-expired = Sie ist so alt, dass der Link schon abgelaufen wäre.
not-sent-replaced = Eine neuere hat sie ersetzt.
not-sent-not-needed = Sie wird nicht mehr gebraucht.
not-sent-too-many = Diese unbestätigte Adresse hat schon zu viele E-Mails erhalten.
