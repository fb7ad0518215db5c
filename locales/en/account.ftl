### The pages on which people who are logged in manage their own account.

## Your account

# A box at the top, while the email address is not confirmed.
account-unverified-title = Confirm your email address
# Below it is the button for a new link.
account-unverified-text-html = Confirm <strong dir="auto">{ $email }</strong> with the link we emailed you, so you can recover your account. Didn't get it?
# In the same box instead, if the email could not be delivered.
account-undelivered-html = We couldn't deliver our email to <strong dir="auto">{ $email }</strong>. Is that address right? If it isn't, <a href="{ $change }">correct it</a>.
account-unverified-submit = Send a new link
# A box at the top, after too many wrong passwords: log-ins are possible only on devices that the owner has used before.
account-locked-title = Your account is partly locked
account-locked-text-html = There were too many wrong passwords, so you can only log in on devices you've used before. To unlock your account, open the link we emailed you, or <a href="{ $reset }">set a new password</a>.
# A box at the top, while the owner has not confirmed a new address. Below it are two buttons.
account-pending-email-title = Change of email address
account-pending-email-html = Waiting for you to confirm <strong dir="auto">{ $email }</strong>. Your address stays the same until you open the link we sent there.
account-pending-email-resend = Send the link again
account-pending-email-cancel = Cancel the change
account-details-title = Profile
# Below the label of the field for the name, and its button.
account-name-hint = Optional. You and this site's administrators see it beside your email address. Leave it empty to remove it.
account-name-submit = Save name
# The label of the row that says whether the email address is confirmed.
account-email-state = Email status
account-email-confirmed-html = Confirmed. <a href="{ $change }">Change email address</a>
account-email-unconfirmed-html = Not confirmed yet. <a href="{ $change }">Change email address</a>
account-change-password = Change password
# The labels of the other rows, and the links in them.
account-member-since = Member since
account-last-log-in = Last logged in
# For screen readers: the links to the sections of the page.
account-sections = Sections of this page
account-security-title = Security
# A row that says where the owner can log in: one of the two below.
account-log-in-state = Log-ins
account-log-in-open = On any device, with your password
account-log-in-locked = Only on devices you've used before
account-activity = Activity
account-activity-link = View your activity
account-data = Data
account-data-link = Download your data
account-data-text = Get a copy of the data this site keeps about you.
account-close = Danger zone
account-close-link = Close your account
account-close-text = Closing your account logs you out everywhere. It's deleted some days later; log in before then to keep it.
account-sessions-title = Devices
account-sessions-hint = You're logged in on these devices. If one of them isn't yours, end its session and change your password.
# Below the list, if there are too many sessions to show.
account-sessions-more = { $count ->
    [one] Only the most recently used session is shown. To end the others too, end all other sessions.
   *[other] Only the { $count } most recently used sessions are shown. To end the others too, end all other sessions.
}
account-sessions-end-others = End all other sessions

## Activity: a table of what happened to the account.

activity-title = Activity
activity-hint-html = See something that wasn't you? <a href="{ $change_password }">Change your password</a> to log everyone else out.
activity-none = Nothing has happened yet.
# On a later page of the list.
activity-none-older = There's nothing older.

## Change email address

change-email-title = Change email address
change-email-hint-html = Your address is <strong dir="auto">{ $email }</strong>. It stays the same until you confirm the new one with the link we send there.
change-email-new = New email address
change-email-submit = Send a link to the new address

## Change password

change-password-title = Change password
change-password-submit = Change password

## Confirm your password: before something that only the owner may do.

confirm-password-title = Confirm your password
confirm-password-hint = For your security, enter your password again.
confirm-password-submit = Continue

## Your data: downloading everything about oneself.

export-title = Your data
export-text = Download a file with the data { $site } keeps about you: your account, where you're logged in and where you've logged in before, the emails we've sent you recently, your account's activity, and what you did to other accounts.
# JSON is the format of the file. A hash is what a password is checked against.
export-hint = It's a JSON file, which any text editor can open. We only keep a hash of your password, and that isn't included.
export-submit = Download your data

## Close your account

close-account-title = Close your account
close-account-text-html = { $days ->
    [one] This logs you out everywhere right away, including apps that use your account. The account of <strong dir="auto">{ $email }</strong> will be deleted in { $days } day.
   *[other] This logs you out everywhere right away, including apps that use your account. The account of <strong dir="auto">{ $email }</strong> will be deleted in { $days } days.
    }
close-account-hint-html = Changed your mind? Log in on this site before then to keep your account. Once it's deleted, a record of its activity remains, with IP addresses and browsers but without your email address. You may want to <a href="{ $export }">download your data</a> first.
close-account-submit = Close my account
