### The pages on which people who are logged in manage their own account.

## Your account

account-unverified-title = Potwierdź adres e-mail
account-unverified-text-html = Otwórz link z naszego e-maila, aby potwierdzić adres <strong dir="auto">{ $email }</strong>. Dzięki temu w razie potrzeby odzyskasz dostęp do konta. Link nie dotarł?
account-undelivered-html = Nie udało się dostarczyć naszej wiadomości na adres <strong dir="auto">{ $email }</strong>. Czy jest poprawny? Jeśli nie, <a href="{ $change }">popraw go</a>.
account-unverified-submit = Wyślij nowy link
account-locked-title = Twoje konto jest częściowo zablokowane
account-locked-text-html = Zbyt wiele razy podano błędne hasło, więc możesz logować się tylko na urządzeniach używanych już wcześniej. Aby odblokować konto, otwórz link z naszego e-maila albo <a href="{ $reset }">ustaw nowe hasło</a>.
account-pending-email-title = Zmiana adresu e-mail
account-pending-email-html = Czekamy na potwierdzenie adresu <strong dir="auto">{ $email }</strong>. Twój adres nie zmieni się, dopóki nie otworzysz linku, który tam wysłaliśmy.
account-pending-email-resend = Wyślij link ponownie
account-pending-email-cancel = Anuluj zmianę
account-details-title = Profil
account-name-hint = Opcjonalnie. Widoczne dla Ciebie i administratorów tej witryny obok adresu e-mail. Puste pole usuwa te dane.
account-name-submit = Zapisz
account-email-state = Stan adresu
account-email-confirmed-html = Potwierdzony. <a href="{ $change }">Zmień adres e-mail</a>
account-email-unconfirmed-html = Jeszcze niepotwierdzony. <a href="{ $change }">Zmień adres e-mail</a>
account-change-password = Zmień hasło
account-member-since = Z nami od
account-last-log-in = Ostatnie logowanie
account-sections = Sekcje tej strony
account-security-title = Bezpieczeństwo
account-log-in-state = Logowanie
account-log-in-open = Na każdym urządzeniu, hasłem
account-log-in-locked = Tylko na urządzeniach używanych już wcześniej
account-activity = Aktywność
account-activity-link = Zobacz aktywność
account-data = Dane
account-data-link = Pobierz swoje dane
account-data-text = Pobierz kopię danych, które przechowuje o Tobie ta strona.
account-close = Strefa niebezpieczna
account-close-link = Zamknij konto
account-close-text = Zamknięcie konta kończy wszystkie sesje. Kilka dni później konto zostanie usunięte; zaloguj się wcześniej, aby je zachować.
account-sessions-title = Urządzenia
account-sessions-hint = Te urządzenia są zalogowane na Twoje konto. Jeśli któraś z sesji nie jest Twoja, zakończ ją i zmień hasło.
account-sessions-more = { $count ->
    [one] Widać tu tylko ostatnio używaną sesję. Aby zakończyć również inne, zakończ wszystkie pozostałe sesje.
    [few] Widać tu tylko { $count } ostatnio używane sesje. Aby zakończyć również inne, zakończ wszystkie pozostałe sesje.
    [many] Widać tu tylko { $count } ostatnio używanych sesji. Aby zakończyć również inne, zakończ wszystkie pozostałe sesje.
   *[other] Widać tu tylko { $count } ostatnio używanej sesji. Aby zakończyć również inne, zakończ wszystkie pozostałe sesje.
}
account-sessions-end-others = Zakończ pozostałe sesje

## Activity: a table of what happened to the account.

activity-title = Aktywność
activity-hint-html = Widzisz coś, czego nie rozpoznajesz? <a href="{ $change_password }">Zmień hasło</a>, aby wylogować wszystkich innych.
activity-none = Jeszcze nic się nie wydarzyło.
activity-none-older = Nie ma nic starszego.

## Change email address

change-email-title = Zmień adres e-mail
change-email-hint-html = Twój adres to <strong dir="auto">{ $email }</strong>. Nie zmieni się, dopóki nie potwierdzisz nowego linkiem, który na niego wyślemy.
change-email-new = Nowy adres e-mail
change-email-submit = Wyślij link na nowy adres

## Change password

change-password-title = Zmień hasło
change-password-submit = Zmień hasło

## Confirm your password: before something that nobody else should do in one's browser.

confirm-password-title = Potwierdź, że to Ty
confirm-password-hint = Dla bezpieczeństwa wpisz hasło jeszcze raz.
confirm-password-submit = Dalej

## Your data: downloading everything about oneself.

export-title = Twoje dane
export-text = Pobierz plik z danymi, które serwis { $site } przechowuje na Twój temat: dane konta, aktywne sesje i wcześniejsze logowania, e-maile, które ostatnio wysłaliśmy do Ciebie, aktywność na koncie oraz Twoje działania na innych kontach.
export-hint = To plik JSON, który otworzysz w każdym edytorze tekstu. Z Twojego hasła przechowujemy tylko skrót (hash), a jego w pliku nie ma.
export-submit = Pobierz swoje dane

## Close your account

close-account-title = Zamknij konto
close-account-text-html = { $days ->
    [one] To od razu wyloguje Cię wszędzie, także z aplikacji, które korzystają z Twojego konta. Konto <strong dir="auto">{ $email }</strong> zostanie usunięte za { $days } dzień.
    [few] To od razu wyloguje Cię wszędzie, także z aplikacji, które korzystają z Twojego konta. Konto <strong dir="auto">{ $email }</strong> zostanie usunięte za { $days } dni.
    [many] To od razu wyloguje Cię wszędzie, także z aplikacji, które korzystają z Twojego konta. Konto <strong dir="auto">{ $email }</strong> zostanie usunięte za { $days } dni.
   *[other] To od razu wyloguje Cię wszędzie, także z aplikacji, które korzystają z Twojego konta. Konto <strong dir="auto">{ $email }</strong> zostanie usunięte za { $days } dnia.
    }
close-account-hint-html = Zmiana planów? Zaloguj się w tym serwisie przed tym terminem, a zachowasz konto. Po usunięciu konta zostaje zapis jego aktywności: z adresami IP i przeglądarkami, ale bez Twojego adresu e-mail. Możesz najpierw <a href="{ $export }">pobrać swoje dane</a>.
close-account-submit = Zamknij konto
