### The frame of every page, the parts of forms, and the pages that people see without being logged in.

## Every page

base-error-title = Fehler:
base-skip = Zum Inhalt springen
base-description = Registrieren Sie sich bei { $site }, melden Sie sich an und verwalten Sie Ihr Konto.
base-help-html = Brauchen Sie Hilfe? <a href="{ $link }"><bdi>{ $email }</bdi></a>
base-terms = Nutzungsbedingungen
base-privacy = Datenschutz
base-reference-html = Referenz: <strong>{ $reference }</strong>
base-language = Sprache
base-language-submit = Ändern

## Forms

form-error-summary-title = Bitte prüfen Sie Ihre Eingaben
form-email-suggestion = Meinten Sie { $email }?
form-new-password-hint = Mindestens { $minimum } Zeichen. Am besten ein paar Wörter ohne Zusammenhang.
form-password-sufficient = Gut. Mit einem weiteren Wort ist es noch schwerer zu erraten.
form-password-strong = Stark. Dieses Passwort ist sehr schwer zu erraten.
form-show-password = Passwort anzeigen
form-show-current-password = Aktuelles Passwort anzeigen
form-show-new-password = Neues Passwort anzeigen

## Front page

home-title = Willkommen
home-tagline = Kommen Sie herein. Es dauert nur eine Minute.
home-account = Zu Ihrem Konto

## Sign up

sign-up-title = Registrieren
sign-up-accept-terms-html = Ich stimme den <a href="{ $terms }">Nutzungsbedingungen</a> zu.
sign-up-terms-html = Mit der Registrierung stimmen Sie den <a href="{ $terms }">Nutzungsbedingungen</a> zu.
sign-up-privacy-html = Was mit Ihren Daten geschieht, steht in der <a href="{ $privacy }">Datenschutzerklärung</a>.
sign-up-duplicate-html = Ist das Ihr Konto? <a href="{ $log_in }">Melden Sie sich an</a> oder <a href="{ $reset }">setzen Sie Ihr Passwort zurück</a>.
sign-up-aside-html = Sie haben bereits ein Konto? <a href="{ $log_in }">Anmelden</a>

## Log in

log-in-title = Anmelden
log-in-forgot = Passwort vergessen?
log-in-remember = Auf diesem Gerät angemeldet bleiben
log-in-aside-html = Neu hier? <a href="{ $sign_up }">Registrieren</a>

## Check your email: after signing up, or after asking for a link to set a new password.

check-mail-title = Prüfen Sie Ihr Postfach
# It must not say whether there is an account with that address: people who try other people's addresses read it, too.
check-mail-text = Wenn die eingegebene Adresse stimmt, ist eine E-Mail mit einem Link unterwegs. Öffnen Sie ihn, um fortzufahren.
check-mail-hint = Nach ein paar Minuten noch nichts da? Sehen Sie im Spam-Ordner nach oder versuchen Sie es mit einer anderen Adresse.
check-mail-sign-up-html = Wir haben eine E-Mail an <strong dir="auto">{ $email }</strong> gesendet. Öffnen Sie den Link darin, um fortzufahren.
check-mail-reset-html = Wenn es ein Konto für <strong dir="auto">{ $email }</strong> gibt, ist eine E-Mail mit einem Link zum Festlegen eines neuen Passworts unterwegs.
check-mail-correct-html = Nach ein paar Minuten noch nichts da? Sehen Sie im Spam-Ordner nach oder <a href="{ $link }">korrigieren Sie die Adresse</a>.
check-mail-undelivered-html = Unsere E-Mail an <strong dir="auto">{ $email }</strong> konnte nicht zugestellt werden. Wenn die Adresse nicht stimmt, <a href="{ $link }">korrigieren Sie sie</a>.
check-mail-resend = Erneut senden

## Forgot your password: asking for the link.

reset-password-request-title = Passwort vergessen?
reset-password-request-hint = Wir senden Ihnen per E-Mail einen Link, mit dem Sie ein neues Passwort festlegen.
reset-password-request-submit = Link senden
reset-password-request-aside-html = Doch wieder eingefallen? <a href="{ $log_in }">Anmelden</a>

## Set a new password: the page behind that link.

reset-password-title = Neues Passwort festlegen
reset-password-hint-html = Wählen Sie ein neues Passwort für <strong dir="auto">{ $email }</strong>. Sie werden dabei überall abgemeldet.
reset-password-submit = Passwort festlegen

## The first administrator: the page behind the one-time link that the server prints when it starts.

setup-title = Erstes Admin-Konto erstellen
setup-text = Admins können alle sehen und verwalten, die sich registrieren. Dieser Link funktioniert nur einmal.
setup-submit = Admin-Konto erstellen
setup-have-account = Ich habe bereits ein Konto
setup-member-text-html = Sie sind als <strong dir="auto">{ $email }</strong> angemeldet und können die Admin-Rechte für dieses Konto übernehmen. Dieser Link funktioniert nur einmal.
setup-member-submit = Admin-Rechte übernehmen

## The page behind the link of an email. For each kind of email: the title of the page, a text, and a button that does it.

mail-link-email-verification-title = E-Mail-Adresse bestätigen
mail-link-email-verification-text-html = Ist <strong dir="auto">{ $email }</strong> Ihre E-Mail-Adresse?
mail-link-email-verification-button = Ja, bestätigen
mail-link-sign-up-confirmation-title = Registrierung abschließen
mail-link-sign-up-confirmation-text-html = Damit erstellen Sie Ihr Konto bei { $site } mit der Adresse <strong dir="auto">{ $email }</strong>. Sie haben sich nicht registriert? Dann schließen Sie einfach diese Seite.
mail-link-sign-up-confirmation-button = Konto erstellen
mail-link-email-change-title = Neue E-Mail-Adresse bestätigen
mail-link-email-change-text-html = Damit ändern Sie Ihre E-Mail-Adresse in <strong dir="auto">{ $email }</strong>. Künftig melden Sie sich mit dieser Adresse an.
mail-link-email-change-button = Diese Adresse verwenden
# The address is the old one: somebody has changed the address of the account, and its owner takes that back.
mail-link-email-changed-title = Änderung der E-Mail-Adresse rückgängig machen
mail-link-email-changed-text-html = Für Ihr Konto gilt dann wieder <strong dir="auto">{ $email }</strong>, alle Geräte werden abgemeldet, und das Konto bleibt gesperrt, bis Sie ein neues Passwort festlegen. Den Link dafür senden wir Ihnen per E-Mail.
mail-link-email-changed-button = Rückgängig machen
mail-link-account-locked-title = Konto entsperren
mail-link-account-locked-text-html = Das Passwort für das Konto <strong dir="auto">{ $email }</strong> war zu oft falsch. Deshalb haben wir das Konto gesperrt. Wenn Ihr Passwort sicher ist, können Sie Ihr Konto entsperren.
mail-link-account-locked-button = Konto entsperren

## Error pages. Their titles and texts are elsewhere.

error-page-status = Fehler { $status }
error-page-home = Zur Startseite
error-page-new-link = Neuen Link anfordern
error-page-help-html = Kommen Sie nicht weiter? <a href="{ $link }">Schreiben Sie uns</a>
