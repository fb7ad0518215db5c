### The frame of every page, the parts of forms, and the pages that people see without being logged in.

## Every page

# The title of a page with a mistake in it begins with this word, for the browser's tab and for screen readers:
# "Error: Sign up · Frontdesk".
base-error-title = Error:
# A link that appears for people who use the keyboard. It jumps over the header.
base-skip = Skip to content
# What search engines show below the title.
base-description = Sign up for { $site }, log in, and manage your account.
# In the footer. The link is the site's support address.
base-help-html = Need help? <a href="{ $link }"><bdi>{ $email }</bdi></a>
# In the footer: links to the terms of use and to the privacy policy of the site.
base-terms = Terms
base-privacy = Privacy
# The log has the same reference in the line about the failure, for people who ask the support of the site.
base-reference-html = Reference: <strong>{ $reference }</strong>
# For screen readers: the label of the language menu in the footer.
base-language = Language
# The button beside the language menu.
base-language-submit = Change

## Forms

# The heading above the list of all mistakes in a form.
form-error-summary-title = There's a problem
# Below an email address whose domain looks mistyped, such as gmial.com. The address is the likely one.
form-email-suggestion = Did you mean { $email }?
# Below the label of a password that is being chosen.
form-new-password-hint = { $minimum ->
    [one] At least { $minimum } character. A few unrelated words work well.
   *[other] At least { $minimum } characters. A few unrelated words work well.
}
# Below a new password while it is typed: it is accepted. Other sentences there are those of a refused form.
form-password-sufficient = Good. One more word makes it even harder to guess.
form-password-strong = Strong. This password is very hard to guess.
# For screen readers: a button in a password field, pressed while the password is visible.
form-show-password = Show password
form-show-current-password = Show current password
form-show-new-password = Show new password

## Front page

home-title = Welcome
# Under the name of the site, unless the operator has another line (site.tagline).
home-tagline = Come in. It takes a minute.
# A button, for people who are logged in.
home-account = Go to your account

## Sign up

sign-up-title = Sign up
# The label of a box that has to be ticked, on sites that require it. The link leads to the terms of the site.
sign-up-accept-terms-html = I accept the <a href="{ $terms }">terms of use</a>.
# Below the button of the form, where there is no such box. The second one stands below either.
sign-up-terms-html = By signing up you agree to the <a href="{ $terms }">terms of use</a>.
sign-up-privacy-html = The <a href="{ $privacy }">privacy policy</a> says what happens with your data.
# Below the email field, after "Email already registered".
sign-up-duplicate-html = Is this your account? <a href="{ $log_in }">Log in instead</a> or <a href="{ $reset }">reset your password</a>.
sign-up-aside-html = Already have an account? <a href="{ $log_in }">Log in</a>

## Log in

log-in-title = Log in
log-in-forgot = Forgot your password?
log-in-remember = Keep me logged in on this device
log-in-aside-html = New here? <a href="{ $sign_up }">Sign up</a>

## Check your email: after signing up, or after asking for a link to set a new password.

check-mail-title = Check your email
# It must not say whether there is an account with that address: people who try other people's addresses read it, too.
check-mail-text = If the address you entered is right, an email with a link is on its way. Open it to continue.
check-mail-hint = Nothing after a few minutes? Check your spam folder, or try again with another address.
# The same where the browser knows the address. Signing up: there is a mail for every address.
check-mail-sign-up-html = We've sent an email to <strong dir="auto">{ $email }</strong>. Open the link in it to continue.
# A new password: it must not say whether there is an account.
check-mail-reset-html = If there's an account for <strong dir="auto">{ $email }</strong>, an email with a link to set a new password is on its way.
# The link leads back to the form.
check-mail-correct-html = Nothing after a few minutes? Check your spam folder, or <a href="{ $link }">correct the address</a>.
# After a sign-up, if the email could not be delivered. The button below sends it again.
check-mail-undelivered-html = We couldn't deliver our email to <strong dir="auto">{ $email }</strong>. If that address isn't right, <a href="{ $link }">correct it</a>.
# A button.
check-mail-resend = Send it again

## Forgot your password: asking for the link.

reset-password-request-title = Forgot your password?
reset-password-request-hint = We'll email you a link to set a new password.
reset-password-request-submit = Send me a link
reset-password-request-aside-html = Remembered it? <a href="{ $log_in }">Log in</a>

## Set a new password: the page behind that link.

reset-password-title = Set a new password
reset-password-hint-html = Choose a new password for <strong dir="auto">{ $email }</strong>. This logs you out everywhere.
reset-password-submit = Set new password

## The first administrator: the page behind the one-time link that the server prints when it starts.

setup-title = Create the first administrator
setup-text = Administrators can see and manage everyone who signs up. This link works only once.
setup-submit = Create administrator
setup-have-account = I already have an account
# For people who are logged in: they can use the account that they have.
setup-member-text-html = You're logged in as <strong dir="auto">{ $email }</strong>, so that account can become the administrator. This link works only once.
setup-member-submit = Make me the administrator

## The page behind the link of an email. For each kind of email: the title of the page, a text, and a button that does it.

mail-link-email-verification-title = Confirm your email address
mail-link-email-verification-text-html = Is <strong dir="auto">{ $email }</strong> your email address?
mail-link-email-verification-button = Yes, confirm it
# The account does not exist yet; the button creates it.
mail-link-sign-up-confirmation-title = Finish signing up
mail-link-sign-up-confirmation-text-html = This creates your account at { $site } with the address <strong dir="auto">{ $email }</strong>. Didn't sign up? Just close this page.
mail-link-sign-up-confirmation-button = Create my account
# The address is the new one.
mail-link-email-change-title = Confirm your new email address
mail-link-email-change-text-html = This changes your email address to <strong dir="auto">{ $email }</strong>. You'll log in with it from now on.
mail-link-email-change-button = Use this address
# The address is the old one: another person may have changed the address of the account, and its owner takes that back.
mail-link-email-changed-title = Undo the email address change
mail-link-email-changed-text-html = Your account goes back to <strong dir="auto">{ $email }</strong>, everyone is logged out, and the account stays locked until you set a new password. We'll email you a link for that.
mail-link-email-changed-button = Undo this change
mail-link-account-locked-title = Unlock your account
mail-link-account-locked-text-html = We locked the account of <strong dir="auto">{ $email }</strong> after too many wrong passwords. If your password is strong, you can unlock your account.
mail-link-account-locked-button = Unlock my account

## Error pages. Their titles and texts are elsewhere.

# Above the title, as "Error 404".
error-page-status = Error { $status }
error-page-home = Go to the home page
# A button on the page of a link that has expired.
error-page-new-link = Get a new link
# The link opens an email to the site's support.
error-page-help-html = Still stuck? <a href="{ $link }">Email us</a>
