### The frame of every page, the parts of forms, and the pages that people see without being logged in.

## Every page

base-error-title = Błąd:
base-skip = Przejdź do treści
base-description = { $site }: zakładanie konta, logowanie i zarządzanie kontem.
base-help-html = Potrzebujesz pomocy? <a href="{ $link }"><bdi>{ $email }</bdi></a>
base-terms = Regulamin
base-privacy = Prywatność
base-reference-html = Numer zgłoszenia: <strong>{ $reference }</strong>
base-language = Język
base-language-submit = Zmień

## Forms

form-error-summary-title = Wystąpił problem
form-email-suggestion = Czy chodziło o { $email }?
form-new-password-hint = { $minimum ->
    [one] Co najmniej { $minimum } znak. Najlepiej kilka niezwiązanych ze sobą słów.
    [few] Co najmniej { $minimum } znaki. Najlepiej kilka niezwiązanych ze sobą słów.
    [many] Co najmniej { $minimum } znaków. Najlepiej kilka niezwiązanych ze sobą słów.
   *[other] Co najmniej { $minimum } znaku. Najlepiej kilka niezwiązanych ze sobą słów.
}
form-password-sufficient = Dobre hasło. Z jeszcze jednym słowem będzie jeszcze trudniejsze do odgadnięcia.
form-password-strong = Silne hasło: bardzo trudno je odgadnąć.
form-show-password = Pokaż hasło
form-show-current-password = Pokaż obecne hasło
form-show-new-password = Pokaż nowe hasło

## Front page

home-title = Witaj
home-tagline = Zapraszamy. To zajmie tylko minutę.
home-account = Przejdź do konta

## Sign up

sign-up-title = Załóż konto
sign-up-accept-terms-html = Akceptuję <a href="{ $terms }">regulamin</a>.
sign-up-terms-html = Rejestracja oznacza akceptację <a href="{ $terms }">regulaminu</a>.
sign-up-privacy-html = <a href="{ $privacy }">Polityka prywatności</a> wyjaśnia, co dzieje się z danymi.
sign-up-duplicate-html = To Twoje konto? <a href="{ $log_in }">Zaloguj się</a> lub <a href="{ $reset }">ustaw nowe hasło</a>.
sign-up-aside-html = Masz już konto? <a href="{ $log_in }">Zaloguj się</a>

## Log in

log-in-title = Zaloguj się
log-in-forgot = Nie pamiętasz hasła?
log-in-remember = Nie wylogowuj mnie na tym urządzeniu
log-in-aside-html = Nie masz konta? <a href="{ $sign_up }">Załóż konto</a>

## Check your email: after signing up, or after asking for a link to set a new password.

check-mail-title = Sprawdź pocztę
# It must not say whether there is an account with that address.
check-mail-text = Jeśli podany adres jest poprawny, za chwilę przyjdzie na niego wiadomość z linkiem. Otwórz link, aby przejść dalej.
check-mail-hint = Po kilku minutach nadal nic? Zajrzyj do folderu ze spamem albo spróbuj jeszcze raz z innym adresem.
check-mail-sign-up-html = Wysłaliśmy wiadomość na adres <strong dir="auto">{ $email }</strong>. Otwórz link, który zawiera, aby przejść dalej.
check-mail-reset-html = Jeśli istnieje konto z adresem <strong dir="auto">{ $email }</strong>, za chwilę przyjdzie wiadomość z linkiem do ustawienia nowego hasła.
check-mail-correct-html = Po kilku minutach nadal nic? Zajrzyj do folderu ze spamem albo <a href="{ $link }">popraw adres</a>.
check-mail-undelivered-html = Nie udało się dostarczyć naszej wiadomości na adres <strong dir="auto">{ $email }</strong>. Jeśli nie jest poprawny, <a href="{ $link }">popraw go</a>.
check-mail-resend = Wyślij ponownie

## Forgot your password: asking for the link.

reset-password-request-title = Nie pamiętasz hasła?
reset-password-request-hint = Wyślemy Ci e-mailem link do ustawienia nowego hasła.
reset-password-request-submit = Wyślij mi link
reset-password-request-aside-html = Pamiętasz jednak hasło? <a href="{ $log_in }">Zaloguj się</a>

## Set a new password: the page behind that link.

reset-password-title = Ustaw nowe hasło
reset-password-hint-html = Wybierz nowe hasło do konta <strong dir="auto">{ $email }</strong>. Wszystkie urządzenia zostaną wylogowane.
reset-password-submit = Ustaw nowe hasło

## The first administrator: the page behind the one-time link that the server prints when it starts.

setup-title = Utwórz konto pierwszego administratora
setup-text = Administratorzy widzą wszystkie konta i mogą nimi zarządzać. Ten link zadziała tylko raz.
setup-submit = Utwórz konto administratora
setup-have-account = Mam już konto
setup-member-text-html = Korzystasz teraz z konta <strong dir="auto">{ $email }</strong>, więc to ono może otrzymać uprawnienia administratora. Ten link zadziała tylko raz.
setup-member-submit = Nadaj mi uprawnienia administratora

## The page behind the link of an email. For each kind of email: the title of the page, a text, and a button that does it.

mail-link-email-verification-title = Potwierdź adres e-mail
mail-link-email-verification-text-html = Czy <strong dir="auto">{ $email }</strong> to Twój adres e-mail?
mail-link-email-verification-button = Tak, potwierdzam
mail-link-sign-up-confirmation-title = Dokończ rejestrację
mail-link-sign-up-confirmation-text-html = Utworzymy Twoje konto w serwisie { $site } z adresem <strong dir="auto">{ $email }</strong>. To nie Ty zakładasz konto? Po prostu zamknij tę stronę.
mail-link-sign-up-confirmation-button = Utwórz konto
mail-link-email-change-title = Potwierdź nowy adres e-mail
mail-link-email-change-text-html = Twój adres e-mail zmieni się na <strong dir="auto">{ $email }</strong>. Od tej pory będzie służyć do logowania.
mail-link-email-change-button = Używaj tego adresu
mail-link-email-changed-title = Cofnij zmianę adresu e-mail
mail-link-email-changed-text-html = Twoje konto znów będzie mieć adres <strong dir="auto">{ $email }</strong>, wszystkie urządzenia zostaną wylogowane, a konto pozostanie zablokowane do czasu ustawienia nowego hasła. Link do tego wyślemy e-mailem.
mail-link-email-changed-button = Cofnij tę zmianę
mail-link-account-locked-title = Odblokuj konto
mail-link-account-locked-text-html = Po zbyt wielu błędnych hasłach zablokowaliśmy konto <strong dir="auto">{ $email }</strong>. Jeśli masz silne hasło, możesz odblokować konto.
mail-link-account-locked-button = Odblokuj konto

## Error pages. Their titles and texts are elsewhere.

error-page-status = Błąd { $status }
error-page-home = Przejdź do strony głównej
error-page-new-link = Poproś o nowy link
error-page-help-html = Nadal nie działa? <a href="{ $link }">Napisz do nas</a>
