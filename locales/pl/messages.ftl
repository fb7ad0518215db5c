### Sentences that the program chooses: what has just happened, what is wrong with a form, what an event or an email was.

## Flash messages: shown once at the top of the next page

flash-account-created = Witaj! Twoje konto jest gotowe.
flash-logged-out = Wylogowano Cię.
flash-password-changed = Hasło zmienione. Wszystkie pozostałe urządzenia zostały wylogowane.
flash-name-changed = Imię i nazwisko zapisane.
flash-name-removed = Imię i nazwisko usunięte.
flash-session-ended = Urządzenie zostało wylogowane.
flash-session-gone = To urządzenie było już wylogowane.
flash-other-sessions-ended = Wszystkie pozostałe urządzenia zostały wylogowane.
flash-set-up-done = Masz teraz uprawnienia administratora.
flash-please-log-in = Zaloguj się, aby przejść dalej.
flash-log-in-refused = Błędny e-mail lub hasło albo konto jest wyłączone.
flash-email-taken = Ten e-mail jest już zarejestrowany
flash-too-many-attempts = Zbyt wiele prób.
flash-unavailable = Mamy teraz duży ruch. Nic się nie zmieniło.
flash-unexpected = Coś poszło nie tak po naszej stronie. Nic się nie zmieniło. Spróbuj ponownie.
try-again-soon = Spróbuj ponownie za chwilę.
try-again-seconds = { $count ->
    [one] Spróbuj ponownie za { $count } sekundę.
    [few] Spróbuj ponownie za { $count } sekundy.
    [many] Spróbuj ponownie za { $count } sekund.
   *[other] Spróbuj ponownie za { $count } sekundy.
}
try-again-minutes = { $count ->
    [one] Spróbuj ponownie za { $count } minutę.
    [few] Spróbuj ponownie za { $count } minuty.
    [many] Spróbuj ponownie za { $count } minut.
   *[other] Spróbuj ponownie za { $count } minuty.
}
try-again-hours = { $count ->
    [one] Spróbuj ponownie za { $count } godzinę.
    [few] Spróbuj ponownie za { $count } godziny.
    [many] Spróbuj ponownie za { $count } godzin.
   *[other] Spróbuj ponownie za { $count } godziny.
}

# Closing an account; until it is deleted, logging in opens it again.
flash-account-closed = Twoje konto jest zamknięte i zostanie usunięte. Zmiana planów? Zaloguj się wcześniej, aby je zachować.
flash-account-reopened = Witaj ponownie! Twoje konto jest znów otwarte i nie zostanie usunięte.
flash-last-administrator-stays = Nikt inny nie ma uprawnień administratora. Najpierw nadaj je innej osobie.

# Confirming and changing an email address
flash-verification-sent = Wysłaliśmy Ci nowy link. Wcześniejsze już nie działają.
flash-link-sent-again = Jeśli adres jest poprawny, za chwilę przyjdzie kolejna wiadomość. Działa tylko najnowszy link.
flash-email-verified = Dziękujemy! Twój adres e-mail jest potwierdzony.
flash-sign-up-confirmed = Witaj! Twoje konto jest gotowe. Zaloguj się hasłem wybranym przy rejestracji.
flash-email-change-requested = Wysłaliśmy link na nowy adres. Twój adres zmieni się po otwarciu tego linku.
flash-email-change-cancelled = Zmiana została anulowana. Twój adres e-mail pozostaje bez zmian.
flash-email-change-not-pending = Nie ma już zmiany adresu e-mail do potwierdzenia.
flash-email-changed = Adres e-mail zmieniony. Na stary adres wysłaliśmy powiadomienie.
flash-email-change-undone = Stary adres wrócił, a wszystkie urządzenia zostały wylogowane. Wysłaliśmy Ci e-mailem link do ustawienia nowego hasła; konto pozostanie zablokowane, dopóki go nie ustawisz.
flash-email-taken-meanwhile = W międzyczasie ktoś inny założył konto z tym adresem, więc nic się nie zmieniło.
flash-email-unverified = Najpierw potwierdź adres e-mail. Wysłaliśmy Ci link.

# Passwords and locked accounts
flash-unlocked = Twoje konto jest odblokowane.
flash-password-reset = Hasło zmienione. Wylogowano Cię wszędzie. Zaloguj się nowym hasłem.
flash-session-ended-by-failures = Wylogowano Cię po zbyt wielu błędnych hasłach. Zaloguj się ponownie, aby przejść dalej.

# What administrators did to an account
flash-user-disabled = Konto jest wyłączone i wszędzie wylogowane.
flash-user-enabled = Konto jest włączone.
flash-user-unlocked = Konto jest odblokowane.
flash-user-signed-out = Ta osoba jest wszędzie wylogowana.
flash-admin-granted = Ta osoba ma teraz uprawnienia administratora i musi zalogować się ponownie.
flash-admin-revoked = Ta osoba nie ma już uprawnień administratora.
flash-last-administrator = To jedyna osoba z uprawnieniami administratora. Najpierw nadaj je komuś innemu.
flash-mail-retried = Wysyłamy ponownie.
flash-mail-not-given-up = Ponowić można tylko nieudaną wysyłkę.

## Mistakes in forms: shown at the field and at the top of the page

mistake-email-missing = Wpisz swój adres e-mail.
mistake-new-email-missing = Wpisz nowy adres e-mail.
mistake-email-invalid = Wpisz adres e-mail w postaci nazwa@example.com.
mistake-email-too-long = Ten adres e-mail jest za długi.
mistake-email-look-alike = W tym adresie są litery z różnych alfabetów albo takie, które tylko wyglądają podobnie. Wpisz go ponownie, używając jednego układu klawiatury.
mistake-email-taken = Istnieje już konto z tym adresem e-mail.
mistake-email-unchanged = To już jest Twój adres e-mail.
mistake-password-missing = Wpisz hasło.
mistake-current-password-missing = Wpisz obecne hasło.
mistake-new-password-missing = Wpisz nowe hasło.
mistake-password-too-short = { $minimum ->
    [one] Użyj co najmniej { $minimum } znaku.
    [few] Użyj co najmniej { $minimum } znaków.
    [many] Użyj co najmniej { $minimum } znaków.
   *[other] Użyj co najmniej { $minimum } znaku.
}
mistake-password-too-long = { $maximum ->
    [one] Użyj najwyżej { $maximum } znaku.
    [few] Użyj najwyżej { $maximum } znaków.
    [many] Użyj najwyżej { $maximum } znaków.
   *[other] Użyj najwyżej { $maximum } znaku.
}
mistake-password-unreadable = W haśle są znaki, których nie udało się odczytać.
mistake-password-common = To hasło jest zbyt popularne. Użyj kilku niezwiązanych ze sobą słów.
mistake-password-guessable = To hasło łatwo odgadnąć. Dodaj kilka niezwiązanych ze sobą słów.
mistake-password-from-context = Nie używaj w haśle swojego adresu e-mail ani nazwy tego serwisu.
mistake-password-blocklisted = To hasło nie jest tu dozwolone. Wybierz inne.
mistake-password-wrong = To nie jest Twoje obecne hasło.
mistake-terms-not-accepted = Rejestracja wymaga akceptacji regulaminu.
mistake-name-too-long = { $maximum ->
    [one] Zbyt długie imię i nazwisko. Maksymalna długość to { $maximum } znak.
    [few] Zbyt długie imię i nazwisko. Maksymalna długość to { $maximum } znaki.
    [many] Zbyt długie imię i nazwisko. Maksymalna długość to { $maximum } znaków.
   *[other] Zbyt długie imię i nazwisko. Maksymalna długość to { $maximum } znaku.
}
mistake-name-unreadable = W tym polu są niewidoczne znaki. Wpisz imię i nazwisko jeszcze raz bez nich.

## Error pages: a title, and what to do next

error-400-title = Nie udało się tego odczytać
error-400-text = Przeglądarka wysłała coś nieprawidłowego. Wróć i spróbuj ponownie.
error-401-title = Zaloguj się
error-401-text = Aby zobaczyć tę stronę, zaloguj się.
error-403-title = Niedozwolone
error-403-text = To żądanie przyszło z innej witryny, więc nic się nie zmieniło. Otwórz stronę tutaj i spróbuj ponownie.
error-404-title = Nie ma takiej strony
error-404-text = Pod tym adresem nic nie ma. Strona mogła zostać przeniesiona albo link jest błędny.
error-405-title = Ta strona tego nie potrafi
error-405-text = Strona istnieje, ale nie obsługuje tego rodzaju żądań.
error-408-title = To trwało zbyt długo
error-408-text = Przeglądarka zaczęła wysyłać żądanie, ale go nie dokończyła. Sprawdź połączenie i spróbuj ponownie.
error-410-title = Ten link wygasł lub był już użyty
error-410-text = Zaloguj się albo poproś o nowy link. Jeśli linków było kilka, działa tylko najnowszy.
error-413-title = Zbyt duże
error-413-text = To więcej, niż przyjmuje ten serwis. Wyślij coś mniejszego.
error-414-title = Zbyt długie
error-414-text = Adres lub nagłówki żądania są zbyt długie.
error-415-title = Nieobsługiwany format
error-415-text = Ta strona przyjmuje formularze, a wysłano coś innego.
error-422-title = Nie udało się przyjąć formularza
error-422-text = Wysłane dane nie pasują do formularza. Wróć i spróbuj ponownie.
error-429-title = Zbyt wiele prób
error-429-text = Ograniczamy liczbę prób, aby chronić konta.
error-503-title = Mamy teraz duży ruch
error-503-text = Nic się nie zmieniło.
error-500-title = Coś poszło nie tak
error-500-text = Problem jest po naszej stronie. Nic się nie zmieniło. Spróbuj ponownie.
error-other-title = Nie udało się
error-other-text = Nie mogliśmy obsłużyć tego żądania. Wróć i spróbuj ponownie.

# The link that makes the first administrator.
error-set-up-link-title = Ten link wygasł lub był już użyty
error-set-up-link-text = Link konfiguracyjny działa raz, w ciągu jednego dnia i tylko dopóki nie ma administratora. Aby otrzymać nowy, uruchom serwer ponownie albo użyj polecenia „frontdesk admin create”.
# To a program that has a session but has not given the password lately. /account/confirm is an address.
error-confirm-password-title = Potwierdź, że to Ty
error-confirm-password-text = Podaj hasło pod adresem /account/confirm i spróbuj ponownie.

## Events: lines in the activity log of an account. Short; no full stop.

event-signed-up = Założono konto
event-logged-in = Zalogowano
event-log-in-failed = Nieudane logowanie
event-logged-out = Wylogowano
event-password-changed = Zmieniono hasło
event-session-ended = Wylogowano urządzenie
event-sessions-ended = Wylogowano wszędzie
event-disabled = Wyłączono konto
event-enabled = Włączono konto
event-admin-granted = Nadano uprawnienia administratora
event-admin-revoked = Odebrano uprawnienia administratora
event-set-up-used = Użyto linku konfiguracyjnego
event-refresh-token-reused = Wylogowano aplikację: ponownie użyto starego tokenu
event-account-closed = Zamknięto konto
event-account-reopened = Ponownie otwarto konto
event-account-deleted = Usunięto konto
event-data-exported = Pobrano dane
event-email-verified = Potwierdzono adres e-mail
event-password-reset-requested = Poproszono o link do nowego hasła
event-password-reset = Ustawiono nowe hasło
event-email-change-requested = Poproszono o zmianę adresu e-mail
event-email-change-cancelled = Zmiana adresu e-mail anulowana
event-email-changed = Zmieniono adres e-mail
event-email-change-undone = Cofnięto zmianę adresu e-mail
event-account-locked = Zablokowano konto
event-account-unlocked = Odblokowano konto
event-mail-retried = Ponowiono wysyłkę e-maila
event-password-confirmation-failed = Błędne hasło w trakcie sesji
event-session-ended-by-failures = Wylogowano po zbyt wielu błędnych hasłach
event-sign-up-repeated = Ponowna rejestracja
event-rate-limited = Wstrzymano na jakiś czas: zbyt wiele prób
event-access-denied = Odrzucono: tylko dla administratorów
event-cross-site-refused = Odrzucono: wysłano z innej witryny

# Who did it
actor-you = Ty
actor-administrator = Administrator
actor-command-line = Wiersz poleceń
actor-unknown = Nie wiadomo
actor-email = { $email }
# An account that was deleted; only its number is left.
actor-former-user = Usunięte konto { $id }

## Emails, as lists of sent mail name them

mail-kind-email-verification = Potwierdź adres e-mail
mail-kind-sign-up-confirmation = Dokończ rejestrację
mail-kind-password-reset = Ustaw nowe hasło
mail-kind-email-change = Potwierdź nowy adres e-mail
mail-kind-email-changed = Zmieniono adres e-mail
mail-kind-password-changed = Zmieniono hasło
mail-kind-new-device = Nowe logowanie
mail-kind-account-closed = Zamknięto konto
mail-kind-account-locked = Zbyt wiele błędnych haseł
mail-kind-session-ended = Wylogowano: zbyt wiele błędnych haseł
mail-kind-admin-granted = Nadano uprawnienia administratora
mail-kind-admin-revoked = Odebrano uprawnienia administratora
mail-kind-account-disabled = Wyłączono konto
mail-kind-account-enabled = Włączono konto

# Why an email was not sent: continues the sentence "Not sent: …".
not-sent-account-disabled = konto jest wyłączone, więc link by nie działał.
not-sent-address-changed = konto ma teraz inny adres.
not-sent-link-expired = e-mail jest tak stary, że link już by wygasł.
not-sent-replaced = zastąpił go nowszy.
not-sent-not-needed = nie jest już potrzebny.
not-sent-too-many = na ten niepotwierdzony adres wysłano już zbyt wiele e-maili.
