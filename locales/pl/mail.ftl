### Mails: templates/mail. The plain text and the HTML of a mail share their messages.
### Most mail programs show a subject and a preheader in one row of a list: keep both short.
### $site is the name of the site, as "Harbour Books". It is not inflected: "w serwisie Harbour Books".

## Every mail

mail-help = Potrzebujesz pomocy?
mail-copy-link = Przycisk nie działa? Skopiuj ten link do przeglądarki:
mail-action-line = { $label }:
mail-fact-line = { $label }: { $value }
mail-fact-account = Konto
mail-fact-old-email = Stary adres
mail-fact-new-email = Nowy adres
mail-fact-when = Kiedy
mail-fact-device = Urządzenie
mail-fact-address = Adres IP
# $life is one of the messages time-hours and time-days in common.ftl, in the accusative.
mail-link-life = Link jest jednorazowy i ważny przez { $life }.
mail-set-password = Ustaw nowe hasło
mail-last-attempt = Ostatnia próba:

## Mail: confirm the address of a new account

mail-email-verification-subject = Potwierdź swój adres e-mail w serwisie { $site }
mail-email-verification-preheader = Jeden szybki krok i gotowe.
mail-email-verification-heading = Potwierdź swój adres e-mail
mail-email-verification-intro = Witaj w serwisie { $site }! Potwierdź, że { $email } to Twój adres e-mail.
mail-email-verification-intro-html = Witaj w serwisie { $site }! Potwierdź, że <strong dir="auto">{ $email }</strong> to Twój adres e-mail.
mail-email-verification-button = Potwierdź adres e-mail
mail-email-verification-not-you = To nie Ty zakładasz konto? Możesz zignorować tę wiadomość: bez otwarcia linku adres nie zostanie potwierdzony.

## Mail: finish signing up, where the account is created only by the link

mail-sign-up-confirmation-subject = Dokończ rejestrację w serwisie { $site }
mail-sign-up-confirmation-preheader = Został jeden krok: utwórz konto.
mail-sign-up-confirmation-heading = Dokończ rejestrację
mail-sign-up-confirmation-intro = Dziękujemy za rejestrację w serwisie { $site } z adresem { $email }. Został jeden krok: utwórz konto.
mail-sign-up-confirmation-intro-html = Dziękujemy za rejestrację w serwisie { $site } z adresem <strong dir="auto">{ $email }</strong>. Został jeden krok: utwórz konto.
mail-sign-up-confirmation-button = Utwórz konto
mail-sign-up-confirmation-next = Potem zaloguj się hasłem wybranym przy rejestracji.
mail-sign-up-confirmation-not-you = To nie Ty zakładasz konto? Zignoruj tę wiadomość i nie otwieraj linku: bez tego konto nie powstanie.

## Mail: the address of a sign-up, or of a change of address, already has an account

mail-already-registered-subject = Masz już konto w serwisie { $site }
mail-already-registered-preheader = Zaloguj się lub ustaw nowe hasło, jeśli go nie pamiętasz.
mail-already-registered-heading = Masz już konto
mail-already-registered-intro = Ktoś – prawdopodobnie Ty – próbował przypisać ten adres e-mail do konta w serwisie { $site }. Masz tam już konto.
mail-already-registered-forgotten = Nie pamiętasz hasła? Możesz ustawić nowe.
mail-already-registered-not-you = Jeśli to nie Ty, nie musisz nic robić. Nic się nie zmieniło, a ta osoba nie dowiedziała się, że masz konto.

## Mail: set a new password

mail-password-reset-subject = Ustaw nowe hasło w serwisie { $site }
mail-password-reset-preheader = Otwórz link, aby wybrać nowe hasło.
mail-password-reset-heading = Ustaw nowe hasło
mail-password-reset-intro = Otrzymaliśmy prośbę o ustawienie nowego hasła do Twojego konta w serwisie { $site }.
mail-password-reset-not-you = To nie Twoja prośba? Możesz zignorować tę wiadomość: hasło pozostanie bez zmian.

## Mail to a new address: confirm it

mail-email-change-subject = Potwierdź nowy adres e-mail w serwisie { $site }
mail-email-change-preheader = Adres zmieni się, gdy go potwierdzisz.
mail-email-change-heading = Potwierdź nowy adres e-mail
mail-email-change-intro = Otrzymaliśmy prośbę o zmianę adresu e-mail Twojego konta w serwisie { $site } na { $email }. Potwierdź, że to Twój adres.
mail-email-change-intro-html = Otrzymaliśmy prośbę o zmianę adresu e-mail Twojego konta w serwisie { $site } na <strong dir="auto">{ $email }</strong>. Potwierdź, że to Twój adres.
mail-email-change-button = Używaj tego adresu
mail-email-change-until-then = Dopóki go nie potwierdzisz, obowiązuje stary adres.
mail-email-change-not-you = To nie Twoja prośba? Możesz zignorować tę wiadomość: bez otwarcia linku nic się nie zmieni.

## Mail to the old address: the address was changed

mail-email-changed-subject = Zmieniono Twój adres e-mail w serwisie { $site }
mail-email-changed-preheader = Jeśli to Ty, nie musisz nic robić.
mail-email-changed-heading = Zmieniono Twój adres e-mail
mail-email-changed-intro = Zmieniono adres e-mail Twojego konta w serwisie { $site }.
mail-email-changed-unconfirmed = Konto w serwisie { $site } z tym adresem e-mail ma teraz inny adres.
mail-email-changed-not-you = Jeśli to Ty, nie musisz nic robić. Jeśli nie, możesz cofnąć zmianę.
mail-email-changed-undo = Cofnij tę zmianę
mail-email-changed-effect = Odzyskasz stary adres, wszystkie urządzenia zostaną wylogowane, a konto będzie zablokowane do czasu ustawienia nowego hasła. Link do tego wyślemy e-mailem. Zmianę możesz cofnąć do { $time }.
mail-email-changed-too-late = Jeśli to Ty, nie musisz nic robić. Jeśli nie, poproś o pomoc obsługę serwisu { $site }: zmianę można było cofnąć linkiem do { $time }.
mail-email-changed-nothing-to-do = Jeśli to Ty, nie musisz nic robić.

## Mail: the password was changed

mail-password-changed-subject = Zmieniono Twoje hasło w serwisie { $site }
mail-password-changed-preheader = Jeśli to nie Ty, od razu ustaw nowe hasło.
mail-password-changed-heading = Zmieniono Twoje hasło
mail-password-changed-intro = Zmieniono hasło do Twojego konta w serwisie { $site } i wylogowano wszystkie pozostałe urządzenia.
mail-password-changed-not-you = Jeśli to Ty, nie musisz nic robić. Jeśli nie, od razu ustaw nowe hasło.

## Mail: a log-in from a browser or a network that the account does not know

mail-new-device-subject = Nowe logowanie na Twoje konto w serwisie { $site }
mail-new-device-preheader = Czy to Ty?
mail-new-device-heading = Nowe logowanie
mail-new-device-intro = Ktoś zalogował się na Twoje konto w serwisie { $site } z przeglądarki lub sieci, której jeszcze nie znamy.
mail-new-device-not-you = Jeśli to Ty, nie musisz nic robić. Jeśli nie, ktoś zna Twoje hasło: od razu ustaw nowe, a ta osoba zostanie wylogowana.

## Mail: the owner has closed the account

mail-account-closed-subject = Twoje konto w serwisie { $site } jest zamknięte
mail-account-closed-preheader = Zmiana planów? Nadal możesz zachować konto.
mail-account-closed-heading = Twoje konto jest zamknięte
mail-account-closed-intro = Twoje konto w serwisie { $site } jest zamknięte i zostanie usunięte po { $time }.
mail-account-closed-keep = Zmiana planów albo to nie Ty? Zaloguj się przed tym terminem, a zachowasz konto.

## Mail: too many wrong passwords have locked the account

mail-account-locked-subject = Zbyt wiele błędnych haseł do konta w serwisie { $site }
mail-account-locked-preheader = Zablokowaliśmy Twoje konto. Sprawdź, jak je odblokować.
mail-account-locked-heading = Zbyt wiele błędnych haseł
mail-account-locked-intro = Ktoś zbyt wiele razy podał błędne hasło do Twojego konta w serwisie { $site }, więc je zablokowaliśmy. Do czasu odblokowania możesz logować się tylko na urządzeniach używanych już wcześniej.
mail-account-locked-strong = Jeśli masz silne hasło, możesz odblokować konto.
mail-account-locked-button = Odblokuj konto
mail-account-locked-reset = Ustawienie nowego hasła też odblokuje konto.

## Mail: too many wrong passwords in a session, which has ended

mail-session-ended-subject = Wylogowano Cię z serwisu { $site }: zbyt wiele błędnych haseł
mail-session-ended-preheader = Jeśli to nie Ty, od razu ustaw nowe hasło.
mail-session-ended-heading = Wylogowano Cię
mail-session-ended-intro = Ktoś dziesięć razy podał błędne hasło w przeglądarce zalogowanej na Twoje konto w serwisie { $site }, więc ją wylogowaliśmy.
mail-session-ended-not-you = Jeśli to Ty, po prostu zaloguj się ponownie. Jeśli nie, ktoś inny korzystał z przeglądarki zalogowanej na Twoje konto: od razu ustaw nowe hasło, a wszystkie urządzenia zostaną wylogowane.

## Mail: the recipient is an administrator now

mail-admin-granted-subject = Masz uprawnienia administratora w serwisie { $site }
mail-admin-granted-preheader = Widzisz wszystkie konta i możesz nimi zarządzać.
mail-admin-granted-heading = Masz teraz uprawnienia administratora
mail-admin-granted-intro = Masz teraz uprawnienia administratora w serwisie { $site }: widzisz wszystkie konta i możesz nimi zarządzać. Twoje wcześniejsze sesje zostały zakończone, więc może być potrzebne ponowne logowanie.
mail-admin-granted-unexpected = Jeśli to dla Ciebie niespodzianka, zapytaj obsługę serwisu { $site }. Jeśli ktoś inny może znać Twoje hasło, ustaw nowe: z Twojego konta da się zaszkodzić wszystkim pozostałym.

## Mail: the recipient is no longer an administrator

mail-admin-revoked-subject = Nie masz już uprawnień administratora w serwisie { $site }
mail-admin-revoked-preheader = Nadal możesz korzystać ze swojego konta.
mail-admin-revoked-heading = Nie masz już uprawnień administratora
mail-admin-revoked-intro = Nie masz już uprawnień administratora w serwisie { $site }. Nadal możesz korzystać ze swojego konta, ale nie ze stron dla administratorów.
mail-admin-revoked-unexpected = Jeśli to dla Ciebie niespodzianka, zapytaj obsługę serwisu { $site }.

## Mail: an administrator has disabled the account

mail-account-disabled-subject = Twoje konto w serwisie { $site } jest wyłączone
mail-account-disabled-preheader = Nie zalogujesz się, dopóki nie zostanie ponownie włączone.
mail-account-disabled-heading = Twoje konto jest wyłączone
mail-account-disabled-intro = Twoje konto w serwisie { $site } zostało wyłączone. Wylogowano Cię wszędzie, także z aplikacji, i nie zalogujesz się, dopóki konto nie zostanie ponownie włączone. Nic nie zostało usunięte.
mail-account-disabled-unexpected = Jeśli to dla Ciebie niespodzianka, zapytaj obsługę serwisu { $site }. Być może zauważono tam, że ktoś inny korzystał z Twojego konta.

## Mail: an administrator has enabled the account again

mail-account-enabled-subject = Twoje konto w serwisie { $site } jest znów włączone
mail-account-enabled-preheader = Możesz znów się zalogować.
mail-account-enabled-heading = Twoje konto jest znów włączone
mail-account-enabled-intro = Twoje konto w serwisie { $site } jest znów włączone. Hasło się nie zmieniło, ale trzeba zalogować się ponownie.
mail-account-enabled-unexpected = Jeśli to dla Ciebie niespodzianka albo konto było wyłączone, bo korzystał z niego ktoś inny, najpierw ustaw nowe hasło.

## Mail: a test, sent by "frontdesk mail test"

mail-test-subject = Testowy e-mail z serwisu { $site }
mail-test-preheader = Nie musisz nic robić.
mail-test-heading = Działa!
mail-test-intro = E-maile z serwisu { $site } docierają na adres { $email }. Nie musisz nic robić.
mail-test-intro-html = E-maile z serwisu { $site } docierają na adres <strong dir="auto">{ $email }</strong>. Nie musisz nic robić.
