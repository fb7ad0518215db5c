### Mails: templates/mail. The plain text and the HTML of a mail share their messages.
### Most mail programs show a subject and a preheader in one row of a list: keep both short.
### $site is the name of the site, as "Harbour Books".

## Every mail

# At the end of a mail, in front of the support address.
mail-help = Need help?
# HTML: under a button, above the address of its link.
mail-copy-link = Button not working? Copy this link into your browser:
# Plain text: what a link is for, on the line above the link. $label is a label such as "Set a new password".
mail-action-line = { $label }:
# Plain text: one detail of what happened, as "Device: Firefox on Linux".
mail-fact-line = { $label }: { $value }
# Label: whose account it is; an email address stands beside it.
mail-fact-account = Account
# Labels in the mail about a changed email address; an email address stands beside each.
mail-fact-old-email = Old address
mail-fact-new-email = New address
# Labels: when, with what and from where it was done.
mail-fact-when = When
mail-fact-device = Device
mail-fact-address = IP address
# $life is one of the messages time-hours and time-days in common.ftl: "an hour", "3 days".
mail-link-life = The link works once and expires after { $life }.
# Button or link.
mail-set-password = Set a new password
# Above the details of the last wrong password.
mail-last-attempt = The last attempt:

## Mail: confirm the address of a new account

mail-email-verification-subject = Confirm your email address for { $site }
# The line that a mail program shows after the subject.
mail-email-verification-preheader = One quick step, and you're all set.
mail-email-verification-heading = Confirm your email address
mail-email-verification-intro = Welcome to { $site }! Please confirm that { $email } is your email address.
# The same as the message above, for HTML.
mail-email-verification-intro-html = Welcome to { $site }! Please confirm that <strong dir="auto">{ $email }</strong> is your email address.
# Button.
mail-email-verification-button = Confirm email address
mail-email-verification-not-you = Didn't sign up? You can ignore this email: without the link, the address won't be confirmed.

## Mail: finish signing up, where the account is created only by the link

mail-sign-up-confirmation-subject = Finish signing up for { $site }
mail-sign-up-confirmation-preheader = One step left: create your account.
mail-sign-up-confirmation-heading = Finish signing up
mail-sign-up-confirmation-intro = Thanks for signing up for { $site } with { $email }. There's one step left: create your account.
# The same as the message above, for HTML.
mail-sign-up-confirmation-intro-html = Thanks for signing up for { $site } with <strong dir="auto">{ $email }</strong>. There's one step left: create your account.
# Button.
mail-sign-up-confirmation-button = Create my account
mail-sign-up-confirmation-next = After that, log in with the password you chose.
mail-sign-up-confirmation-not-you = Didn't sign up? Please ignore this email and don't open the link: without it, no account is created.

## Mail: the address of a sign-up, or of a change of address, already has an account

mail-already-registered-subject = You already have an account at { $site }
mail-already-registered-preheader = Log in, or set a new password if you've forgotten yours.
mail-already-registered-heading = You already have an account
mail-already-registered-intro = Someone, probably you, tried to use this email address for an account at { $site }. You already have one.
# Above a link "Set a new password".
mail-already-registered-forgotten = Forgot your password? You can set a new one.
mail-already-registered-not-you = If this wasn't you, there's nothing to do. Nothing has changed, and they haven't been told that you have an account.

## Mail: set a new password

mail-password-reset-subject = Set a new password for { $site }
mail-password-reset-preheader = Open the link to choose a new password.
mail-password-reset-heading = Set a new password
mail-password-reset-intro = We got a request to set a new password for your { $site } account.
mail-password-reset-not-you = Didn't ask for this? You can ignore this email: your password stays the same.

## Mail to a new address: confirm it

mail-email-change-subject = Confirm your new email address for { $site }
mail-email-change-preheader = Your address changes once you confirm it.
mail-email-change-heading = Confirm your new email address
mail-email-change-intro = You asked to use { $email } for your { $site } account. Please confirm that this address is yours.
# The same as the message above, for HTML.
mail-email-change-intro-html = You asked to use <strong dir="auto">{ $email }</strong> for your { $site } account. Please confirm that this address is yours.
# Button.
mail-email-change-button = Use this address
mail-email-change-until-then = Until you confirm it, your old address stays in use.
mail-email-change-not-you = Didn't ask for this? You can ignore this email: without the link, nothing changes.

## Mail to the old address: the address was changed

mail-email-changed-subject = Your { $site } email address was changed
mail-email-changed-preheader = If this was you, there's nothing to do.
mail-email-changed-heading = Your email address was changed
# The old and the new address stand below.
mail-email-changed-intro = The email address on your { $site } account was changed.
# To an address that was never confirmed, and may be a stranger's: only the old address stands below.
mail-email-changed-unconfirmed = The { $site } account with this email address now uses a different one.
# Above the button "Undo this change".
mail-email-changed-not-you = If this was you, there's nothing to do. If it wasn't, you can undo the change.
# Button.
mail-email-changed-undo = Undo this change
# Below the button "Undo this change". $time is a date with its time.
mail-email-changed-effect = You'll get your old address back, all devices will be logged out, and the account will be locked until you set a new password. We'll email you a link for that. You can undo the change until { $time }.
# Instead of the button, where the change can no longer be undone. $time is a date with its time.
mail-email-changed-too-late = If this was you, there's nothing to do. If it wasn't, ask the people who run { $site } for help: the change could be undone with a link until { $time }.
# To an address that was never confirmed.
mail-email-changed-nothing-to-do = If this was you, there's nothing to do.

## Mail: the password was changed

mail-password-changed-subject = Your { $site } password was changed
mail-password-changed-preheader = If this wasn't you, set a new password now.
mail-password-changed-heading = Your password was changed
mail-password-changed-intro = The password for your { $site } account was changed, and all other devices were logged out.
# Above a link "Set a new password".
mail-password-changed-not-you = If this was you, there's nothing to do. If it wasn't, set a new password now.

## Mail: a log-in from a browser or a network that the account does not know

mail-new-device-subject = New log-in to your { $site } account
mail-new-device-preheader = Was this you?
mail-new-device-heading = New log-in
mail-new-device-intro = Someone logged in to your { $site } account from a browser or network we haven't seen before.
# Above a link "Set a new password".
mail-new-device-not-you = If this was you, there's nothing to do. If it wasn't, they know your password: set a new one now, and they'll be logged out.

## Mail: the owner has closed the account

mail-account-closed-subject = Your { $site } account is closed
mail-account-closed-preheader = Changed your mind? You can still keep it.
mail-account-closed-heading = Your account is closed
# $time is a date with its time.
mail-account-closed-intro = Your { $site } account is closed and will be deleted after { $time }.
# Above a link "Log in". "Then" is the time of the deletion.
mail-account-closed-keep = Changed your mind, or wasn't you? Log in before then, and you'll keep your account.

## Mail: too many wrong passwords have locked the account

mail-account-locked-subject = Too many wrong passwords for your { $site } account
mail-account-locked-preheader = We've locked your account. Here's how to unlock it.
mail-account-locked-heading = Too many wrong passwords
mail-account-locked-intro = Someone entered too many wrong passwords for your { $site } account, so we've locked it. Until it's unlocked, you can only log in on devices you've used before.
# Above the button "Unlock my account".
mail-account-locked-strong = If your password is strong, you can unlock your account.
# Button.
mail-account-locked-button = Unlock my account
# Above a link "Set a new password".
mail-account-locked-reset = Setting a new password unlocks your account, too.

## Mail: too many wrong passwords in a session, which has ended

mail-session-ended-subject = You were logged out of { $site } after too many wrong passwords
mail-session-ended-preheader = If this wasn't you, set a new password now.
mail-session-ended-heading = You were logged out
# The browser asked for the current password again, as it does before a change of password.
mail-session-ended-intro = Someone entered a wrong password ten times in a browser that was logged in to your { $site } account, so we logged that browser out.
# Above a link "Set a new password".
mail-session-ended-not-you = If this was you, just log in again. If it wasn't, someone else was using a browser you were logged in with: set a new password now, and all devices will be logged out.

## Mail: the recipient is an administrator now

mail-admin-granted-subject = You're now an administrator of { $site }
mail-admin-granted-preheader = You can see and manage every account.
mail-admin-granted-heading = You're now an administrator
mail-admin-granted-intro = You're now an administrator of { $site }: you can see and manage every account. Your earlier sessions have ended, so you may have to log in again.
# Above a link "Set a new password".
mail-admin-granted-unexpected = If you didn't expect this, ask the people who run { $site }. If someone else might know your password, set a new one: in your account, they could harm everyone else's.

## Mail: the recipient is no longer an administrator

mail-admin-revoked-subject = You're no longer an administrator of { $site }
mail-admin-revoked-preheader = You can still use your account.
mail-admin-revoked-heading = You're no longer an administrator
mail-admin-revoked-intro = You're no longer an administrator of { $site }. You can still use your account, but not the pages for administrators.
mail-admin-revoked-unexpected = If you didn't expect this, ask the people who run { $site }.

## Mail: an administrator has disabled the account

mail-account-disabled-subject = Your { $site } account is disabled
mail-account-disabled-preheader = You can't log in until it's enabled again.
mail-account-disabled-heading = Your account is disabled
mail-account-disabled-intro = Your { $site } account has been disabled. You've been logged out everywhere, including apps, and can't log in until it's enabled again. Nothing has been deleted.
mail-account-disabled-unexpected = If you didn't expect this, ask the people who run { $site }. They may have noticed that someone else was using your account.

## Mail: an administrator has enabled the account again

mail-account-enabled-subject = Your { $site } account is enabled again
mail-account-enabled-preheader = You can log in again.
mail-account-enabled-heading = Your account is enabled again
mail-account-enabled-intro = Your { $site } account is enabled again. Your password hasn't changed, but you'll have to log in again.
# Above a link "Set a new password".
mail-account-enabled-unexpected = If you didn't expect this, or your account was disabled because someone else was using it, set a new password first.

## Mail: a test, sent by "frontdesk mail test"

mail-test-subject = Test email from { $site }
mail-test-preheader = There's nothing to do.
mail-test-heading = It works!
mail-test-intro = Email from { $site } reaches { $email }. There's nothing to do.
# The same as the message above, for HTML.
mail-test-intro-html = Email from { $site } reaches <strong dir="auto">{ $email }</strong>. There's nothing to do.
