### The administrators' pages, the parts that they share with the account page, the navigation, and the frame of the
### API reference.

## Navigation
## At the top of every page for people who are logged in.

nav-label = Menu główne
nav-account = Konto
nav-overview = Przegląd
nav-users = Użytkownicy
nav-mail = E-maile
nav-logged-in-as = Zalogowano jako

## Overview
## The administrators' front page: how many people there are, and how the server is doing.

admin-overview-title = Przegląd
admin-overview-people = Osoby
admin-overview-users = { $count ->
        [one] { $count } użytkownik
        [few] { $count } użytkowników
        [many] { $count } użytkowników
       *[other] { $count } użytkownika
    }
admin-overview-users-hint = Wszystkie osoby, które mają konto.
admin-overview-view-users = Pokaż listę
admin-overview-no-failed-mail = Brak nieudanych wysyłek
admin-overview-failed-mail = { $count ->
        [one] { $count } nieudana wysyłka e-maila
        [few] { $count } nieudane wysyłki e-maili
        [many] { $count } nieudanych wysyłek e-maili
       *[other] { $count } nieudanej wysyłki e-maila
    }
admin-overview-waiting-mail = Czeka na wysłanie: { $count }
admin-overview-view-mail = Pokaż e-maile
admin-overview-refusals = Odrzucone żądania
admin-overview-refusals-hint = Logowania na nieznane adresy, zbyt wiele prób i żądania z innych witryn.
admin-overview-view-refusals = Pokaż żądania
admin-overview-api = API dla programów
admin-overview-api-hint = Co mogą tu robić programy, z przykładami kodu.
admin-overview-view-api = Wyświetl API

## Overview: password hashing
## Figures of the queue in which passwords are turned into hashes. Each has a label (dt) and a value (dd).

admin-hashing-title = Obliczanie skrótów haseł
admin-hashing-hint = Każde logowanie i każda rejestracja wymaga skrótu (hasha) hasła. Tak serwer radzi sobie z tym od uruchomienia.
admin-hashing-engine = Silnik
admin-hashing-cost = Koszt skrótu
# Passes and lanes are terms of Argon2.
admin-hashing-cost-value = { $memory }, { $passes ->
        [one] { $passes } przebieg
        [few] { $passes } przebiegi
        [many] { $passes } przebiegów
       *[other] { $passes } przebiegu
    }, { $lanes ->
        [one] { $lanes } tor
        [few] { $lanes } tory
        [many] { $lanes } torów
       *[other] { $lanes } toru
    }
admin-hashing-workers = Wątki robocze
admin-hashing-workers-value = Zajęte: { $busy } z { $workers }, łącznie { $memory }
admin-hashing-threads = Wątki na skrót
admin-hashing-waiting = Oczekuje teraz
admin-hashing-waiting-value = Zajęte miejsca: { $count } z { $limit } ({ $log_ins ->
        [one] { $log_ins } logowanie
        [few] { $log_ins } logowania
        [many] { $log_ins } logowań
       *[other] { $log_ins } logowania
    }, { $sign_ups ->
        [one] { $sign_ups } nowe hasło
        [few] { $sign_ups } nowe hasła
        [many] { $sign_ups } nowych haseł
       *[other] { $sign_ups } nowego hasła
    })
admin-hashing-wait = Szacowane oczekiwanie
admin-hashing-wait-value = { $wait } przy rejestracji; żądania są odrzucane po { $limit }
admin-hashing-waits = Mediana oczekiwania
admin-hashing-waits-value = { $median }; najdłużej { $longest } ({ $count ->
        [one] ostatni { $count } skrót
        [few] ostatnie { $count } skróty
        [many] ostatnich { $count } skrótów
       *[other] ostatnie { $count } skrótu
    })
admin-hashing-no-waits = Jeszcze nie ma skrótów
admin-hashing-served = Skróty
admin-hashing-served-value = { $count }
admin-hashing-rejected = Odrzucone
admin-hashing-rejected-value = { $count ->
        [one] { $count } żądanie, z prośbą o ponowienie później
        [few] { $count } żądania, z prośbą o ponowienie później
        [many] { $count } żądań, z prośbą o ponowienie później
       *[other] { $count } żądania, z prośbą o ponowienie później
    }
admin-hashing-abandoned = Porzucone
admin-hashing-abandoned-value = { $count ->
        [one] { $count } żądanie, rozłączone podczas oczekiwania
        [few] { $count } żądania, rozłączone podczas oczekiwania
        [many] { $count } żądań, rozłączonych podczas oczekiwania
       *[other] { $count } żądania, rozłączone podczas oczekiwania
    }
admin-hashing-rechecked = Sprawdzone ponownie
admin-hashing-rechecked-none-wrong = { $count } silnikiem referencyjnym, bez błędów
admin-hashing-rechecked-wrong-html = { $count } silnikiem referencyjnym, <strong>błędne: { $wrong }</strong> (zobacz dziennik)

## Users
## The list of all users, with a search, filters and a table.

admin-users-title = Użytkownicy
admin-users-count = { $count ->
        [one] { $count } użytkownik
        [few] { $count } użytkowników
        [many] { $count } użytkowników
       *[other] { $count } użytkownika
    }
admin-users-found = Znaleziono: { $count }
admin-users-search = Szukaj
admin-users-state = Stan konta
admin-users-state-all = Wszystkie
admin-users-state-active = Aktywne
admin-users-state-disabled = Wyłączone
admin-users-state-closed = Zamknięte
admin-users-role = Rola
admin-users-role-all = Wszystkie
admin-users-role-admin = Administratorzy
admin-users-filter = Filtruj
admin-users-clear = Wyczyść
admin-users-table = Użytkownicy
admin-users-sort-by = Sortuj według
admin-users-signed-up = Rejestracja
admin-users-last-log-in = Ostatnie logowanie
admin-users-no-match = Brak pasujących użytkowników
admin-users-no-match-hint = Skróć wyszukiwany tekst albo wybierz inny stan konta lub inną rolę.
admin-users-clear-filter = Wyczyść filtr
admin-users-none = Nikt jeszcze nie założył konta
admin-users-none-hint = Osoby pojawią się tu zaraz po rejestracji.

## One user
## What an administrator sees of one person, and can do with the account.

admin-user-self = To Ty
admin-user-details = Szczegóły
admin-user-signed-up = Rejestracja
admin-user-last-log-in = Ostatnie logowanie
admin-user-address = Adres e-mail
admin-user-confirmed = Potwierdzony
admin-user-not-confirmed = Niepotwierdzony
admin-user-id = ID użytkownika
admin-user-access = Dostęp
admin-user-disabled = Konto jest wyłączone
admin-user-disabled-hint = Włącz je, aby ta osoba mogła znów się zalogować.
admin-user-disabled-closed-hint = Osoba, do której należy, zamknęła je wcześniej. Dopóki jest wyłączone, nie zostanie usunięte. Po włączeniu zostanie usunięte, chyba że ta osoba zaloguje się ponownie.
admin-user-enable = Włącz
admin-user-closed = Konto jest zamknięte
admin-user-closed-hint = Zamknęła je osoba, do której należy. Zostanie usunięte { $time }, chyba że ta osoba zaloguje się ponownie. Wyłączenie konta zapobiega usunięciu.
admin-user-enabled = Konto jest włączone
admin-user-enabled-hint = Wyłączenie konta wyloguje tę osobę i nie pozwoli jej się zalogować, dopóki nie włączysz go ponownie.
admin-user-disable = Wyłącz
admin-user-is-admin = Administrator
admin-user-is-admin-hint = Widzi wszystkich użytkowników i może nimi zarządzać.
admin-user-remove-admin = Odbierz uprawnienia
admin-user-is-not-admin = Bez uprawnień administratora
admin-user-is-not-admin-hint = Administratorzy widzą wszystkich użytkowników i mogą nimi zarządzać.
admin-user-make-admin = Nadaj uprawnienia
admin-user-locked = Konto jest zablokowane
admin-user-locked-hint = Zbyt wiele razy podano błędne hasło. Dopóki ta osoba nie ustawi nowego hasła lub nie otworzy linku z naszego e-maila, może logować się tylko na urządzeniach używanych już wcześniej.
admin-user-unlock-hint = Ta osoba znów będzie mogła logować się hasłem na każdym urządzeniu.
admin-user-unlock = Odblokuj
admin-user-log-out-everywhere = Wyloguj wszędzie
admin-user-log-out-everywhere-hint = Kończy wszystkie sesje tej osoby. Może ona zalogować się ponownie.
admin-user-sessions = Sesje
admin-user-more-sessions = { $count ->
        [one] Widać tu tylko ostatnio używaną sesję.
        [few] Widać tu tylko { $count } ostatnio używane sesje.
        [many] Widać tu tylko { $count } ostatnio używanych sesji.
       *[other] Widać tu tylko { $count } ostatnio używanej sesji.
    }
admin-user-no-sessions = Brak aktywnych sesji.
admin-user-mail = E-maile
admin-user-more-mail-html = { $count ->
        [one] Widać tu tylko ostatni e-mail.
        [few] Widać tu tylko { $count } ostatnie e-maile.
        [many] Widać tu tylko { $count } ostatnich e-maili.
       *[other] Widać tu tylko { $count } ostatniego e-maila.
    } <a href="{ $url }">Zobacz wszystkie e-maile</a>
admin-user-no-mail = Brak ostatnich e-maili.
admin-user-history = Historia
admin-user-no-older-events = Nie ma starszych zdarzeń.
admin-user-no-events = Jeszcze nic się nie wydarzyło.
admin-user-history-pages = Strony historii

## Make an administrator
## A question, where the person's email address is not confirmed.

admin-make-admin-title = Nadać uprawnienia administratora kontu { $email }?
admin-make-admin-heading = Ten adres nie jest potwierdzony
admin-make-admin-text-html = Każdy może założyć konto z cudzym adresem. Nie wiemy jeszcze, czy <strong dir="auto">{ $email }</strong> należy do osoby, która korzysta z tego konta.
admin-make-admin-hint = Administrator widzi wszystkie konta i może je zmieniać. Najpierw poproś tę osobę o potwierdzenie adresu: na stronie jej konta jest do tego przycisk. Przejdź dalej tylko wtedy, gdy masz pewność, że to jej konto.
admin-make-admin-submit = Mimo to nadaj uprawnienia

## Mail
## The emails that the server has sent, or is going to send, to people.

admin-mail-title = E-maile
admin-mail-filter = Filtruj e-maile
admin-mail-all = Wszystkie
admin-mail-waiting = Oczekujące
admin-mail-folder-html = Wiadomości nie opuszczają tego komputera: są zapisywane w <code><bdi>{ $folder }</bdi></code>. Aby je wysyłać, należy ustawić <code>mail.transport</code> i <code>mail.smtp_url</code>.
admin-mail-sent = Wysłane
admin-mail-failed = Nieudane
# Emails that the server withdrew.
admin-mail-not-sent = Wycofane
admin-mail-none-older = Nie ma starszych e-maili
admin-mail-none-waiting = Żaden e-mail nie czeka na wysłanie
admin-mail-none-waiting-hint = Nowe e-maile są wysyłane w ciągu sekundy lub dwóch.
admin-mail-none-failed = Brak nieudanych wysyłek
admin-mail-none-failed-hint = Tu pojawią się e-maile, których nie da się wysłać, wraz z przyczyną.
admin-mail-none-not-sent = Brak wycofanych e-maili
admin-mail-none-not-sent-hint = E-maile, które nie są już potrzebne albo których link już by nie działał, nie są wysyłane. Pojawią się tu wraz z przyczyną.
admin-mail-none = Nie ma jeszcze e-maili
admin-mail-none-hint = Linki do potwierdzenia, linki do ustawienia hasła i powiadomienia są tu widoczne przez 30 dni.

## Refused requests
## Requests that concern no account and that the server refused.

admin-refusals-title = Odrzucone żądania
admin-refusals-hint = Logowania na nieznane adresy, zbyt wiele prób i żądania, które przyszły ze stron innej witryny. Wszystko, co dotyczy konta, jest w historii tego konta.
admin-refusals-left-out = { $count ->
        [one] Na liście pominięto jeszcze { $count } żądanie z tej godziny, aby nikt nie mógł zapełnić dysku. Jest tu tylko policzone; jego wpis jest w dzienniku.
        [few] Na liście pominięto jeszcze { $count } żądania z tej godziny, aby nikt nie mógł zapełnić dysku. Są tu tylko policzone; każde ma wpis w dzienniku.
        [many] Na liście pominięto jeszcze { $count } żądań z tej godziny, aby nikt nie mógł zapełnić dysku. Są tu tylko policzone; każde ma wpis w dzienniku.
       *[other] Na liście pominięto jeszcze { $count } żądania z tej godziny, aby nikt nie mógł zapełnić dysku. Są tu tylko policzone; każde ma wpis w dzienniku.
    }
admin-refusals-none-older = Nie ma starszych żądań.
admin-refusals-none = Nie ma jeszcze odrzuconych żądań.

## Parts: what is said of a user
## Badges and short words beside an address, and in the list of users.

# Of the account, hence neuter.
user-state-active = Aktywne
user-state-disabled = Wyłączone
user-state-closed = Zamknięte
user-state-locked = Zablokowane
user-state-unconfirmed = Niepotwierdzone
user-role-admin = Admin
user-role-member = Użytkownik

## Parts: what happened
## A table, on the pages of one user, of refused requests and of one's own activity. On narrow screens "By" and "From"
## are labels before the value.

event-table-when = Kiedy
event-table-event = Zdarzenie
event-table-by = Kto
event-table-from = Skąd
event-table-device-and-address-html = <bdi>{ $device }</bdi>, <bdi>{ $address }</bdi>
event-table-not-recorded = Nie zapisano

## Parts: emails
## A list, on the page of all mail and on the page of one user.

mail-list-state-waiting = Oczekuje
mail-list-state-sent = Wysłano
mail-list-state-written = Zapisano do pliku
mail-list-state-failed = Nie udało się
# The server withdrew it.
mail-list-state-not-sent = Wycofano
mail-list-to-html = Do: <bdi>{ $email }</bdi>
mail-list-to-user-html = Do: <a href="{ $url }"><bdi>{ $email }</bdi></a>
# The next five are labels, each right before a date and time.
mail-list-created = Utworzono:
mail-list-sent = Wysłano:
mail-list-written = Zapisano:
mail-list-failed = Nie udało się:
mail-list-withdrawn = Wycofano:
mail-list-next-attempt = Następna próba:
mail-list-not-sent-reason = Nie wysłano: { $reason }
mail-list-sending-again-html = Wysyłamy ponownie. Ostatni błąd: <bdi>{ $error }</bdi>
mail-list-attempts-html = { $count ->
        [one] { $count } próba.
        [few] { $count } próby.
        [many] { $count } prób.
       *[other] { $count } próby.
    } Ostatni błąd: <bdi>{ $error }</bdi>
mail-list-retry = Ponów wysyłkę
mail-list-retry-which = („{ $mail }” do { $email })

## Parts: sessions
## Where somebody is logged in: a list on the account page and on the page of one user.

session-list-program = Program
session-list-this-device = To urządzenie
# The next two are labels, each right before a date and time.
session-list-logged-in = Logowanie:
session-list-last-used = Ostatnia aktywność:
session-list-end = Zakończ sesję
session-list-end-which = ({ $device }, { $address }, ostatnia aktywność: { $time })

## API reference
## The frame of the page for developers at /docs. The descriptions between these words are always in English.

reference-title = API
reference-version = Wersja { $version }
reference-machine-html = Do odczytu maszynowego: <a href="{ $url }">openapi.json</a> (OpenAPI 3.1).
reference-contents = Spis treści
reference-needs-token = Wymaga tokenu
reference-parameters = Parametry
reference-body = Treść żądania
reference-body-as-html = <a href="{ $url }">{ $schema }</a> jako <code>{ $content_type }</code>
reference-responses = Odpowiedzi
reference-samples = Przykłady
reference-copy = Kopiuj przykład dla { $language }
reference-copied = Skopiowano
reference-headers = Nagłówki:
reference-schemas = Schematy
reference-example = Przykład
reference-list-of = lista elementów { $item }
reference-object-of = obiekt o wartościach { $item }
reference-all-of = wszystkie pola { $schema }
reference-or = lub
# The next messages stand after a type, with commas between them.
reference-minimum = co najmniej { $minimum }
reference-maximum = co najwyżej { $maximum }
reference-minimum-length = { $count ->
        [one] co najmniej { $count } znak
        [few] co najmniej { $count } znaki
        [many] co najmniej { $count } znaków
       *[other] co najmniej { $count } znaku
    }
reference-maximum-length = { $count ->
        [one] co najwyżej { $count } znak
        [few] co najwyżej { $count } znaki
        [many] co najwyżej { $count } znaków
       *[other] co najwyżej { $count } znaku
    }
reference-default = domyślnie { $value }
reference-optional = opcjonalne
