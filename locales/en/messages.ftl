### Sentences that the program chooses: what has just happened, what is wrong with a form, what an event or an email was.

## Flash messages: shown once at the top of the next page

flash-account-created = Welcome! Your account is ready.
flash-logged-out = You're logged out.
flash-password-changed = Password changed. You've been logged out everywhere else.
flash-name-changed = Name saved.
flash-name-removed = Name removed.
flash-session-ended = That device has been logged out.
flash-session-gone = That device was already logged out.
flash-other-sessions-ended = All your other devices have been logged out.
flash-set-up-done = You're the administrator now.
flash-please-log-in = Log in to continue.
flash-log-in-refused = Email or password is wrong, or the account is disabled.
flash-email-taken = Email already registered
flash-too-many-attempts = Too many attempts.
flash-unavailable = We're busy right now. Nothing was changed.
flash-unexpected = Something went wrong on our side. Nothing was changed. Please try again.
# After "Too many attempts" and "We're busy right now": when to come back.
try-again-soon = Please try again in a moment.
try-again-seconds = { $count ->
    [one] Try again in { $count } second.
   *[other] Try again in { $count } seconds.
}
try-again-minutes = { $count ->
    [one] Try again in { $count } minute.
   *[other] Try again in { $count } minutes.
}
try-again-hours = { $count ->
    [one] Try again in { $count } hour.
   *[other] Try again in { $count } hours.
}

# Closing an account; until it is deleted, logging in opens it again.
flash-account-closed = Your account is closed and will be deleted. Changed your mind? Log in before then to keep it.
flash-account-reopened = Welcome back! Your account is open again and won't be deleted.
flash-last-administrator-stays = You're the only administrator. Make someone else an administrator first.

# Confirming and changing an email address
flash-verification-sent = We've sent you a new link. Earlier links no longer work.
# On “Check your email”. It must not say whether there is an account.
flash-link-sent-again = If the address is right, another email is on its way. Only the newest link works.
flash-email-verified = Thanks! Your email address is confirmed.
flash-sign-up-confirmed = Welcome! Your account is ready. Log in with the password you chose.
flash-email-change-requested = We've sent a link to your new address. Your email changes once you confirm it there.
flash-email-change-cancelled = The change is cancelled. Your email address stays the same.
flash-email-change-not-pending = There's no change of email address to confirm any more.
flash-email-changed = Email address updated. We've notified your old address.
flash-email-change-undone = Your old address is back and all devices were logged out. We've emailed you a link to set a new password; your account stays locked until you do.
flash-email-taken-meanwhile = Someone else has signed up with that address in the meantime, so nothing was changed.
flash-email-unverified = Confirm your email address first. We've sent you a link.

# Passwords and locked accounts
flash-unlocked = Your account is unlocked.
flash-password-reset = Your password is changed and you've been logged out everywhere. Log in with the new one.
flash-session-ended-by-failures = Too many wrong passwords, so you've been logged out. Log in again to continue.

# What administrators did to an account
flash-user-disabled = The account is disabled and logged out everywhere.
flash-user-enabled = The account is enabled.
flash-user-unlocked = The account is unlocked.
flash-user-signed-out = This person is logged out everywhere.
flash-admin-granted = This person is an administrator now and has to log in again.
flash-admin-revoked = This person is no longer an administrator.
flash-last-administrator = This is the only administrator. Make someone else an administrator first.
flash-mail-retried = Sending again.
flash-mail-not-given-up = Only failed mail can be sent again.

## Mistakes in forms: shown at the field and at the top of the page

mistake-email-missing = Enter your email address.
mistake-new-email-missing = Enter your new email address.
mistake-email-invalid = Enter an email address like name@example.com.
mistake-email-too-long = That email address is too long.
# The address has letters of several alphabets, such as a Cyrillic "а" among Latin letters.
mistake-email-look-alike = This address mixes alphabets or has letters that only look alike. Type it again using one keyboard layout.
mistake-email-taken = There's already an account with this email.
mistake-email-unchanged = This is already your email address.
mistake-password-missing = Enter a password.
mistake-current-password-missing = Enter your current password.
mistake-new-password-missing = Enter a new password.
mistake-password-too-short = { $minimum ->
    [one] Use at least { $minimum } character.
   *[other] Use at least { $minimum } characters.
}
mistake-password-too-long = { $maximum ->
    [one] Use at most { $maximum } character.
   *[other] Use at most { $maximum } characters.
}
# The octets of the password are no text.
mistake-password-unreadable = This password has characters we couldn't read.
mistake-password-common = This password is too common. Try a few unrelated words.
mistake-password-guessable = This password is easy to guess. Add a few unrelated words.
mistake-password-from-context = Don't use your email address or the name of this site in your password.
mistake-password-blocklisted = This password isn't allowed here. Choose another one.
mistake-password-wrong = That's not your current password.
# The box that accepts the terms of use is not ticked.
mistake-terms-not-accepted = Accept the terms of use to sign up.
mistake-name-too-long = { $maximum ->
    [one] Your name is too long. Use at most { $maximum } character.
   *[other] Your name is too long. Use at most { $maximum } characters.
}
# Such as control characters, or characters that change the direction of text.
mistake-name-unreadable = Your name contains characters that can't be seen. Type it again without them.

## Error pages: a title, and what to do next

error-400-title = We couldn't read that
error-400-text = Something was wrong with what your browser sent. Go back and try again.
error-401-title = Please log in
error-401-text = You need to log in to see this page.
error-403-title = Not allowed
error-403-text = This request came from another site, so nothing was changed. Open the page here and try again.
error-404-title = Page not found
error-404-text = There's no page at this address. It may have moved, or the link may be wrong.
error-405-title = This page can't do that
error-405-text = The page exists, but not for this kind of request.
error-408-title = That took too long
error-408-text = Your browser started a request but didn't finish it. Check your connection and try again.
error-410-title = This link has expired or was already used
error-410-text = Log in, or ask for a new link. If you asked more than once, only the newest link works.
error-413-title = Too large
error-413-text = That's more than this site accepts. Send something smaller.
error-414-title = Too long
error-414-text = The address or the headers of the request are too long.
error-415-title = Unsupported format
error-415-text = This page takes web forms, and something else was sent.
error-422-title = That form couldn't be accepted
error-422-text = What was sent doesn't fit the form. Go back and try again.
error-429-title = Too many attempts
error-429-text = We limit how often you can try, to keep accounts safe.
error-503-title = We're busy right now
error-503-text = Nothing was changed.
# Any other mistake of the server.
error-500-title = Something went wrong
error-500-text = The problem is on our side. Nothing was changed. Please try again.
# Any other refusal.
error-other-title = That didn't work
error-other-text = We couldn't answer this request. Go back and try again.

# The link that makes the first administrator.
error-set-up-link-title = This link has expired or was already used
error-set-up-link-text = A set-up link works once, within a day, and only while there's no administrator. Restart the server for a new one, or run “frontdesk admin create”.
# To a program that has a session but has not given the password lately. /account/confirm is an address.
error-confirm-password-title = Confirm your password
error-confirm-password-text = Confirm it at /account/confirm, then try again.

## Events: lines in the activity log of an account. Short; no full stop.

event-signed-up = Signed up
event-logged-in = Logged in
event-log-in-failed = Log-in failed
event-logged-out = Logged out
event-password-changed = Password changed
event-session-ended = Logged out on a device
event-sessions-ended = Logged out everywhere
event-disabled = Account disabled
event-enabled = Account enabled
event-admin-granted = Made administrator
event-admin-revoked = No longer administrator
event-set-up-used = Set-up link used
event-refresh-token-reused = App logged out: an old token was used again
event-account-closed = Account closed
event-account-reopened = Account reopened
event-account-deleted = Account deleted
event-data-exported = Data downloaded
event-email-verified = Email address confirmed
event-password-reset-requested = Password reset requested
event-password-reset = Password reset
event-email-change-requested = Change of email address requested
event-email-change-cancelled = Change of email address cancelled
event-email-changed = Email address changed
event-email-change-undone = Change of email address undone
event-account-locked = Account locked
event-account-unlocked = Account unlocked
event-mail-retried = Email sent again
event-password-confirmation-failed = Wrong password while logged in
event-session-ended-by-failures = Logged out after too many wrong passwords
event-sign-up-repeated = Sign-up repeated
event-rate-limited = Blocked for a while: too many attempts
event-access-denied = Blocked: for administrators only
event-cross-site-refused = Blocked: sent from another site

# Who did it
actor-you = You
actor-administrator = An administrator
actor-command-line = Command line
actor-unknown = Unknown
actor-email = { $email }
# An account that was deleted; only its number is left.
actor-former-user = Former user { $id }

## Emails, as lists of sent mail name them

mail-kind-email-verification = Confirm email address
mail-kind-sign-up-confirmation = Finish signing up
mail-kind-password-reset = Set a new password
mail-kind-email-change = Confirm new email address
mail-kind-email-changed = Email address changed
mail-kind-password-changed = Password changed
mail-kind-new-device = New log-in
mail-kind-account-closed = Account closed
mail-kind-account-locked = Too many wrong passwords
mail-kind-session-ended = Logged out: too many wrong passwords
mail-kind-admin-granted = Made administrator
mail-kind-admin-revoked = No longer administrator
mail-kind-account-disabled = Account disabled
mail-kind-account-enabled = Account enabled

# Why an email was not sent: continues the sentence "Not sent: …".
not-sent-account-disabled = the account is disabled, so the link wouldn't work.
not-sent-address-changed = the account has a different address now.
not-sent-link-expired = it's so old that the link would have expired.
not-sent-replaced = a newer one has replaced it.
not-sent-not-needed = it's no longer needed.
not-sent-too-many = this unconfirmed address has already received too many.
