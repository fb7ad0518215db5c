### The pages on which people who are logged in manage their own account.

## Your account

account-unverified-title = Bestätigen Sie Ihre E-Mail-Adresse
account-unverified-text-html = Bestätigen Sie <strong dir="auto">{ $email }</strong> mit dem Link aus unserer E-Mail, damit Sie Ihr Konto bei Bedarf wiederherstellen können. Keine E-Mail bekommen?
account-undelivered-html = Unsere E-Mail an <strong dir="auto">{ $email }</strong> konnte nicht zugestellt werden. Stimmt die Adresse? Wenn nicht, <a href="{ $change }">korrigieren Sie sie</a>.
account-unverified-submit = Neuen Link senden
# A box at the top, after too many wrong passwords: nobody can log in, except on devices that the owner has used before.
account-locked-title = Ihr Konto ist teilweise gesperrt
account-locked-text-html = Das Passwort war zu oft falsch. Deshalb können Sie sich nur auf Geräten anmelden, die Sie schon einmal genutzt haben. Um Ihr Konto zu entsperren, öffnen Sie den Link aus unserer E-Mail oder <a href="{ $reset }">legen Sie ein neues Passwort fest</a>.
account-pending-email-title = Änderung der E-Mail-Adresse
account-pending-email-html = Wir warten darauf, dass Sie <strong dir="auto">{ $email }</strong> bestätigen. Ihre Adresse bleibt, wie sie ist, bis Sie den Link öffnen, den wir dorthin gesendet haben.
account-pending-email-resend = Link erneut senden
account-pending-email-cancel = Änderung abbrechen
account-details-title = Profil
account-name-hint = Freiwillig. Sie und die Administratoren dieser Website sehen ihn neben Ihrer E-Mail-Adresse. Leeren Sie das Feld, um ihn zu entfernen.
account-name-submit = Namen speichern
account-email-state = E-Mail-Status
account-email-confirmed-html = Bestätigt. <a href="{ $change }">E-Mail-Adresse ändern</a>
account-email-unconfirmed-html = Noch nicht bestätigt. <a href="{ $change }">E-Mail-Adresse ändern</a>
account-change-password = Passwort ändern
account-member-since = Mitglied seit
account-last-log-in = Letzte Anmeldung
account-sections = Abschnitte dieser Seite
account-security-title = Sicherheit
account-log-in-state = Anmeldung
account-log-in-open = Auf jedem Gerät, mit Ihrem Passwort
account-log-in-locked = Nur auf Geräten, die Sie schon einmal genutzt haben
account-activity = Aktivitäten
account-activity-link = Aktivitäten ansehen
account-data = Daten
account-data-link = Daten herunterladen
account-data-text = Laden Sie eine Kopie der Daten herunter, die diese Website über Sie speichert.
account-close = Gefahrenbereich
account-close-link = Konto schließen
account-close-text = Wenn Sie Ihr Konto schließen, werden Sie überall abgemeldet. Einige Tage später wird es gelöscht; melden Sie sich vorher an, um es zu behalten.
account-sessions-title = Geräte
account-sessions-hint = Auf diesen Geräten sind Sie angemeldet. Etwas dabei, das Sie nicht kennen? Beenden Sie die Sitzung und ändern Sie Ihr Passwort.
account-sessions-more = { $count ->
    [one] Nur die zuletzt genutzte Sitzung wird angezeigt. Um auch die übrigen zu beenden, beenden Sie alle anderen Sitzungen.
   *[other] Nur die { $count } zuletzt genutzten Sitzungen werden angezeigt. Um auch die übrigen zu beenden, beenden Sie alle anderen Sitzungen.
}
account-sessions-end-others = Alle anderen Sitzungen beenden

## Activity: a table of what happened to the account.

activity-title = Aktivitäten
activity-hint-html = Kommt Ihnen etwas davon nicht bekannt vor? <a href="{ $change_password }">Ändern Sie Ihr Passwort</a>, um alle anderen Geräte abzumelden.
activity-none = Bisher ist nichts passiert.
activity-none-older = Keine älteren Aktivitäten.

## Change email address

change-email-title = E-Mail-Adresse ändern
change-email-hint-html = Ihre Adresse ist <strong dir="auto">{ $email }</strong>. Sie gilt, bis Sie die neue mit dem Link bestätigen, den wir dorthin senden.
change-email-new = Neue E-Mail-Adresse
change-email-submit = Link an neue Adresse senden

## Change password

change-password-title = Passwort ändern
change-password-submit = Passwort ändern

## Confirm your password: before something that nobody else should do in one's browser.

confirm-password-title = Passwort bestätigen
confirm-password-hint = Geben Sie zu Ihrer Sicherheit Ihr Passwort noch einmal ein.
confirm-password-submit = Weiter

## Your data: downloading everything about oneself.

export-title = Ihre Daten
export-text = Laden Sie eine Datei mit den Daten herunter, die { $site } über Sie speichert: Ihr Konto, wo Sie angemeldet sind und waren, die E-Mails, die wir Ihnen in letzter Zeit gesendet haben, die Aktivitäten Ihres Kontos und was Sie an anderen Konten getan haben.
export-hint = Es ist eine JSON-Datei, die Sie mit jedem Texteditor öffnen können. Von Ihrem Passwort speichern wir nur einen Hash, und der ist nicht enthalten.
export-submit = Daten herunterladen

## Close your account

close-account-title = Konto schließen
close-account-text-html = { $days ->
    [one] Sie werden sofort überall abgemeldet, auch in Apps, die Ihr Konto nutzen. Das Konto <strong dir="auto">{ $email }</strong> wird in { $days } Tag gelöscht.
   *[other] Sie werden sofort überall abgemeldet, auch in Apps, die Ihr Konto nutzen. Das Konto <strong dir="auto">{ $email }</strong> wird in { $days } Tagen gelöscht.
    }
close-account-hint-html = Anders überlegt? Melden Sie sich vorher auf dieser Website an, um Ihr Konto zu behalten. Nach dem Löschen bleibt ein Protokoll der Aktivitäten, mit IP-Adressen und Browsern, aber ohne Ihre E-Mail-Adresse. Vielleicht möchten Sie zuerst noch <a href="{ $export }">Ihre Daten herunterladen</a>.
close-account-submit = Konto schließen
