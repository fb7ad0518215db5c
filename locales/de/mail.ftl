### Mails: templates/mail. The plain text and the HTML of a mail share their messages.
### Most mail programs show a subject and a preheader in one row of a list: keep both short.
### $site is the name of the site, as "Harbour Books".

## Every mail

mail-help = Brauchen Sie Hilfe?
mail-copy-link = Funktioniert die Schaltfläche nicht? Kopieren Sie diesen Link in Ihren Browser:
mail-action-line = { $label }:
mail-fact-line = { $label }: { $value }
mail-fact-account = Konto
mail-fact-old-email = Alte Adresse
mail-fact-new-email = Neue Adresse
mail-fact-when = Wann
mail-fact-device = Gerät
mail-fact-address = IP-Adresse
# $life is one of the messages time-hours and time-days in common.ftl, which are in the dative: "einer Stunde", "3 Tagen".
mail-link-life = Der Link funktioniert nur einmal und läuft nach { $life } ab.
mail-set-password = Neues Passwort festlegen
mail-last-attempt = Der letzte Versuch:

## Mail: confirm the address of a new account

mail-email-verification-subject = Bestätigen Sie Ihre E-Mail-Adresse für { $site }
mail-email-verification-preheader = Nur noch ein kurzer Schritt, dann ist alles bereit.
mail-email-verification-heading = E-Mail-Adresse bestätigen
mail-email-verification-intro = Willkommen bei { $site }! Bitte bestätigen Sie, dass { $email } Ihre E-Mail-Adresse ist.
mail-email-verification-intro-html = Willkommen bei { $site }! Bitte bestätigen Sie, dass <strong dir="auto">{ $email }</strong> Ihre E-Mail-Adresse ist.
mail-email-verification-button = E-Mail-Adresse bestätigen
mail-email-verification-not-you = Sie haben sich nicht registriert? Dann ignorieren Sie diese E-Mail einfach: Ohne den Link wird die Adresse nicht bestätigt.

## Mail: finish signing up, where the account is created only by the link

mail-sign-up-confirmation-subject = Schließen Sie Ihre Registrierung bei { $site } ab
mail-sign-up-confirmation-preheader = Nur noch ein Schritt: Erstellen Sie Ihr Konto.
mail-sign-up-confirmation-heading = Registrierung abschließen
mail-sign-up-confirmation-intro = Danke, dass Sie sich mit { $email } bei { $site } registriert haben. Ein Schritt fehlt noch: Erstellen Sie Ihr Konto.
mail-sign-up-confirmation-intro-html = Danke, dass Sie sich mit <strong dir="auto">{ $email }</strong> bei { $site } registriert haben. Ein Schritt fehlt noch: Erstellen Sie Ihr Konto.
mail-sign-up-confirmation-button = Konto erstellen
mail-sign-up-confirmation-next = Melden Sie sich danach mit dem Passwort an, das Sie gewählt haben.
mail-sign-up-confirmation-not-you = Sie haben sich nicht registriert? Dann ignorieren Sie diese E-Mail und öffnen Sie den Link nicht: Ohne ihn wird kein Konto erstellt.

## Mail: the address of a sign-up, or of a change of address, already has an account

mail-already-registered-subject = Sie haben bereits ein Konto bei { $site }
mail-already-registered-preheader = Melden Sie sich an. Passwort vergessen? Legen Sie ein neues fest.
mail-already-registered-heading = Sie haben bereits ein Konto
mail-already-registered-intro = Jemand, wahrscheinlich Sie selbst, wollte diese E-Mail-Adresse für ein Konto bei { $site } verwenden. Sie haben dort bereits eines.
mail-already-registered-forgotten = Passwort vergessen? Sie können ein neues festlegen.
mail-already-registered-not-you = Wenn Sie das nicht waren, müssen Sie nichts tun. Es wurde nichts geändert, und die andere Person hat nicht erfahren, dass Sie ein Konto haben.

## Mail: set a new password

mail-password-reset-subject = Neues Passwort für { $site } festlegen
mail-password-reset-preheader = Öffnen Sie den Link, um ein neues Passwort zu wählen.
mail-password-reset-heading = Neues Passwort festlegen
mail-password-reset-intro = Wir haben eine Anfrage erhalten, das Passwort für Ihr Konto bei { $site } neu festzulegen.
mail-password-reset-not-you = Sie haben das nicht angefordert? Dann ignorieren Sie diese E-Mail einfach: Ihr Passwort bleibt, wie es ist.

## Mail to a new address: confirm it

mail-email-change-subject = Bestätigen Sie Ihre neue E-Mail-Adresse für { $site }
mail-email-change-preheader = Erst mit Ihrer Bestätigung ändert sich Ihre Adresse.
mail-email-change-heading = Neue E-Mail-Adresse bestätigen
mail-email-change-intro = Sie möchten { $email } für Ihr Konto bei { $site } verwenden. Bitte bestätigen Sie, dass diese Adresse Ihnen gehört.
mail-email-change-intro-html = Sie möchten <strong dir="auto">{ $email }</strong> für Ihr Konto bei { $site } verwenden. Bitte bestätigen Sie, dass diese Adresse Ihnen gehört.
mail-email-change-button = Diese Adresse verwenden
mail-email-change-until-then = Bis Sie die neue Adresse bestätigen, gilt weiter die alte.
mail-email-change-not-you = Sie haben das nicht angefordert? Dann ignorieren Sie diese E-Mail einfach: Ohne den Link ändert sich nichts.

## Mail to the old address: the address was changed

mail-email-changed-subject = Ihre E-Mail-Adresse für { $site } wurde geändert
mail-email-changed-preheader = Wenn Sie das waren, müssen Sie nichts tun.
mail-email-changed-heading = Ihre E-Mail-Adresse wurde geändert
mail-email-changed-intro = Die E-Mail-Adresse Ihres Kontos bei { $site } wurde geändert.
# To an address that was never confirmed, and may be a stranger's: only the old address stands below.
mail-email-changed-unconfirmed = Das Konto bei { $site }, das diese E-Mail-Adresse hatte, verwendet jetzt eine andere.
mail-email-changed-not-you = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, können Sie die Änderung rückgängig machen.
mail-email-changed-undo = Rückgängig machen
mail-email-changed-effect = Dann gilt wieder Ihre alte Adresse, alle Geräte werden abgemeldet, und das Konto bleibt gesperrt, bis Sie ein neues Passwort festlegen. Den Link dafür senden wir Ihnen per E-Mail. Rückgängig machen können Sie die Änderung bis zum { $time }.
mail-email-changed-too-late = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, bitten Sie das Team von { $site } um Hilfe: Mit einem Link ließ sich die Änderung nur bis zum { $time } rückgängig machen.
mail-email-changed-nothing-to-do = Wenn Sie das waren, müssen Sie nichts tun.

## Mail: the password was changed

mail-password-changed-subject = Ihr Passwort für { $site } wurde geändert
mail-password-changed-preheader = Wenn Sie das nicht waren, legen Sie sofort ein neues Passwort fest.
mail-password-changed-heading = Ihr Passwort wurde geändert
mail-password-changed-intro = Das Passwort für Ihr Konto bei { $site } wurde geändert, und alle anderen Geräte wurden abgemeldet.
mail-password-changed-not-you = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, legen Sie sofort ein neues Passwort fest.

## Mail: a log-in from a browser or a network that the account does not know

mail-new-device-subject = Neue Anmeldung in Ihrem Konto bei { $site }
mail-new-device-preheader = Waren Sie das?
mail-new-device-heading = Neue Anmeldung
mail-new-device-intro = Jemand hat sich mit einem neuen Browser oder aus einem neuen Netzwerk in Ihrem Konto bei { $site } angemeldet.
mail-new-device-not-you = Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, kennt jemand anderes Ihr Passwort: Legen Sie sofort ein neues fest, dann wird diese Person abgemeldet.

## Mail: the owner has closed the account

mail-account-closed-subject = Ihr Konto bei { $site } ist geschlossen
mail-account-closed-preheader = Anders überlegt? Noch können Sie es behalten.
mail-account-closed-heading = Ihr Konto ist geschlossen
mail-account-closed-intro = Ihr Konto bei { $site } ist geschlossen und wird nach dem { $time } gelöscht.
mail-account-closed-keep = Anders überlegt, oder waren Sie das gar nicht? Melden Sie sich vor der Löschung an, dann behalten Sie Ihr Konto.

## Mail: too many wrong passwords have locked the account

mail-account-locked-subject = Passwort für { $site } zu oft falsch eingegeben
mail-account-locked-preheader = Wir haben Ihr Konto gesperrt. So entsperren Sie es.
mail-account-locked-heading = Passwort zu oft falsch eingegeben
mail-account-locked-intro = Jemand hat das Passwort für Ihr Konto bei { $site } zu oft falsch eingegeben. Deshalb haben wir das Konto gesperrt. Bis es entsperrt ist, können Sie sich nur auf Geräten anmelden, die Sie schon einmal genutzt haben.
mail-account-locked-strong = Wenn Ihr Passwort sicher ist, können Sie Ihr Konto entsperren.
mail-account-locked-button = Konto entsperren
mail-account-locked-reset = Auch ein neues Passwort entsperrt Ihr Konto.

## Mail: too many wrong passwords in a session, which has ended

mail-session-ended-subject = Sie wurden bei { $site } abgemeldet: Passwort zu oft falsch
mail-session-ended-preheader = Wenn Sie das nicht waren, legen Sie sofort ein neues Passwort fest.
mail-session-ended-heading = Sie wurden abgemeldet
mail-session-ended-intro = In einem Browser, der mit Ihrem Konto bei { $site } angemeldet war, wurde zehnmal ein falsches Passwort eingegeben. Deshalb haben wir diesen Browser abgemeldet.
mail-session-ended-not-you = Wenn Sie das waren, melden Sie sich einfach wieder an. Wenn nicht, hat jemand anderes einen Browser genutzt, in dem Sie angemeldet waren: Legen Sie sofort ein neues Passwort fest, dann werden alle Geräte abgemeldet.

## Mail: the recipient is an administrator now

mail-admin-granted-subject = Sie haben jetzt Admin-Rechte bei { $site }
mail-admin-granted-preheader = Sie können alle Konten sehen und verwalten.
mail-admin-granted-heading = Sie haben jetzt Admin-Rechte
mail-admin-granted-intro = Sie haben jetzt Admin-Rechte bei { $site }: Sie können alle Konten sehen und verwalten. Ihre bisherigen Sitzungen wurden beendet, vielleicht müssen Sie sich also neu anmelden.
mail-admin-granted-unexpected = Damit haben Sie nicht gerechnet? Dann fragen Sie beim Team von { $site } nach. Wenn jemand anderes Ihr Passwort kennen könnte, legen Sie ein neues fest: Über Ihr Konto könnte diese Person allen anderen Konten schaden.

## Mail: the recipient is no longer an administrator

mail-admin-revoked-subject = Sie haben bei { $site } keine Admin-Rechte mehr
mail-admin-revoked-preheader = Ihr Konto können Sie weiter nutzen.
mail-admin-revoked-heading = Sie haben keine Admin-Rechte mehr
mail-admin-revoked-intro = Sie haben bei { $site } keine Admin-Rechte mehr. Ihr Konto können Sie weiter nutzen, nur die Seiten für Admins nicht.
mail-admin-revoked-unexpected = Damit haben Sie nicht gerechnet? Dann fragen Sie beim Team von { $site } nach.

## Mail: an administrator has disabled the account

mail-account-disabled-subject = Ihr Konto bei { $site } ist deaktiviert
mail-account-disabled-preheader = Sie können sich erst wieder anmelden, wenn es aktiviert wird.
mail-account-disabled-heading = Ihr Konto ist deaktiviert
mail-account-disabled-intro = Ihr Konto bei { $site } wurde deaktiviert. Sie wurden überall abgemeldet, auch in Apps, und können sich erst wieder anmelden, wenn es aktiviert wird. Es wurde nichts gelöscht.
mail-account-disabled-unexpected = Damit haben Sie nicht gerechnet? Dann fragen Sie beim Team von { $site } nach. Vielleicht ist dort aufgefallen, dass jemand anderes Ihr Konto genutzt hat.

## Mail: an administrator has enabled the account again

mail-account-enabled-subject = Ihr Konto bei { $site } ist wieder aktiviert
mail-account-enabled-preheader = Sie können sich wieder anmelden.
mail-account-enabled-heading = Ihr Konto ist wieder aktiviert
mail-account-enabled-intro = Ihr Konto bei { $site } ist wieder aktiviert. Ihr Passwort ist dasselbe, aber Sie müssen sich neu anmelden.
mail-account-enabled-unexpected = Wenn Sie damit nicht gerechnet haben oder Ihr Konto deaktiviert war, weil jemand anderes es genutzt hat, legen Sie zuerst ein neues Passwort fest.

## Mail: a test, sent by "frontdesk mail test"

mail-test-subject = Test-E-Mail von { $site }
mail-test-preheader = Sie müssen nichts tun.
mail-test-heading = Es funktioniert!
mail-test-intro = E-Mails von { $site } kommen bei { $email } an. Sie müssen nichts tun.
mail-test-intro-html = E-Mails von { $site } kommen bei <strong dir="auto">{ $email }</strong> an. Sie müssen nichts tun.
