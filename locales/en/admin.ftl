### The administrators' pages, the parts that they share with the account page, the navigation, and the frame of the
### API reference.

## Navigation
## At the top of every page for people who are logged in.

# For screen readers: the name of the navigation itself.
nav-label = Main
nav-account = Account
nav-overview = Overview
nav-users = Users
nav-mail = Mail
# For screen readers: stands before the person's own email address.
nav-logged-in-as = Logged in as

## Overview
## The administrators' front page: how many people there are, and how the server is doing.

admin-overview-title = Overview
admin-overview-people = People
admin-overview-users = { $count ->
        [one] { $count } user
       *[other] { $count } users
    }
admin-overview-users-hint = Everyone with an account.
# A button.
admin-overview-view-users = View users
admin-overview-no-failed-mail = No failed mail
# Emails that the server has given up sending.
admin-overview-failed-mail = { $count ->
        [one] { $count } failed email
       *[other] { $count } failed emails
    }
# Emails that have not been sent yet.
admin-overview-waiting-mail = { $count } waiting to be sent
# A button.
admin-overview-view-mail = View mail
admin-overview-refusals = Refused requests
admin-overview-refusals-hint = Log-ins to unknown addresses, too many attempts, and requests from other sites.
# A button: shows the refused requests.
admin-overview-view-refusals = View requests
admin-overview-api = API for programs
admin-overview-api-hint = What programs can do here, with code samples.
admin-overview-view-api = View the API

## Overview: password hashing
## Figures of the queue in which passwords are turned into hashes. Each has a label (dt) and a value (dd).

admin-hashing-title = Password hashing
admin-hashing-hint = Every log-in and sign-up needs a password hash. This is how the server has kept up since it started.
# The label before the name of the program part that computes hashes.
admin-hashing-engine = Engine
admin-hashing-cost = Cost per hash
# $memory is an amount with its unit, such as "64 MiB". Passes and lanes are terms of Argon2, the algorithm.
admin-hashing-cost-value = { $memory }, { $passes ->
        [one] { $passes } pass
       *[other] { $passes } passes
    }, { $lanes ->
        [one] { $lanes } lane
       *[other] { $lanes } lanes
    }
# Those who compute hashes, at the same time.
admin-hashing-workers = Workers
# $memory is an amount with its unit.
admin-hashing-workers-value = { $busy } of { $workers } busy, { $memory } in total
admin-hashing-threads = Threads per hash
# How many requests are in the queue.
admin-hashing-waiting = Waiting now
# $limit is the length of the queue.
admin-hashing-waiting-value = { $count } of { $limit } places taken: { $log_ins ->
        [one] { $log_ins } log-in
       *[other] { $log_ins } log-ins
    }, { $sign_ups ->
        [one] { $sign_ups } new password
       *[other] { $sign_ups } new passwords
    }
admin-hashing-wait = Estimated wait
# Both are times with their units, such as "120 ms" and "2.0 s".
admin-hashing-wait-value = { $wait } for a sign-up; requests are rejected after { $limit }
admin-hashing-waits = Median wait
# $median and $longest are times with their units, measured over the last $count hashes.
admin-hashing-waits-value = { $median }; longest { $longest } (last { $count ->
        [one] { $count } hash
       *[other] { $count } hashes
    })
admin-hashing-no-waits = No hashes yet
# How many hashes were computed since the start.
admin-hashing-served = Hashes
# Only the number.
admin-hashing-served-value = { $count }
# Requests that found the queue full, or waited too long.
admin-hashing-rejected = Rejected
admin-hashing-rejected-value = { $count ->
        [one] { $count } request, asked to try again later
       *[other] { $count } requests, asked to try again later
    }
# Requests whose sender did not wait for the answer.
admin-hashing-abandoned = Abandoned
admin-hashing-abandoned-value = { $count ->
        [one] { $count } request, disconnected while waiting
       *[other] { $count } requests, disconnected while waiting
    }
# Hashes that the server computed a second time, with another engine (the reference), to compare the results.
admin-hashing-rechecked = Rechecked
admin-hashing-rechecked-none-wrong = { $count } with the reference engine, none wrong
# "The log" is the server's log.
admin-hashing-rechecked-wrong-html = { $count } with the reference engine, <strong>{ $wrong } wrong</strong> (see the log)

## Users
## The list of all users, with a search, filters and a table.

admin-users-title = Users
admin-users-count = { $count ->
        [one] { $count } user
       *[other] { $count } users
    }
# How many users match the search and the filters.
admin-users-found = { $count } found
# The label of the search field.
admin-users-search = Search
# The label of a list to choose from, and a column: Active, Disabled, and so on.
admin-users-state = State
admin-users-state-all = All
admin-users-state-active = Active
admin-users-state-disabled = Disabled
# Closed by their owners.
admin-users-state-closed = Closed
# The label of a list to choose from, and a column: member or administrator.
admin-users-role = Role
admin-users-role-all = Everyone
admin-users-role-admin = Admins
# A button: applies the search and the filters.
admin-users-filter = Filter
# A link: removes the search and the filters.
admin-users-clear = Clear
# For screen readers: the name of the table.
admin-users-table = Users
# On narrow screens: stands before the columns that the list can be sorted by.
admin-users-sort-by = Sort by
# A column: the date of the sign-up.
admin-users-signed-up = Signed up
# A column: the time of the last log-in.
admin-users-last-log-in = Last log-in
admin-users-no-match = No user matches
admin-users-no-match-hint = Try a shorter search, or another state or role.
# A button, the same as admin-users-clear.
admin-users-clear-filter = Clear the filter
admin-users-none = Nobody has signed up yet
admin-users-none-hint = People appear here as soon as they sign up.

## One user
## What an administrator sees of one person, and can do with the account.

# A badge beside the state and the role: the administrator looks at their own account.
admin-user-self = This is you
admin-user-details = Details
admin-user-signed-up = Signed up
admin-user-last-log-in = Last log-in
admin-user-address = Email address
# The state of the email address.
admin-user-confirmed = Confirmed
admin-user-not-confirmed = Not confirmed
admin-user-id = User ID
# A heading: what the person may do, with buttons that change it.
admin-user-access = Access
admin-user-disabled = Account is disabled
admin-user-disabled-hint = Enable it to let them log in again.
# The same where its owner had closed it as well.
admin-user-disabled-closed-hint = Its owner had closed it before. It isn't deleted while it's disabled. Once you enable it, it will be, unless they log in again.
# A button.
admin-user-enable = Enable
admin-user-closed = Account is closed
admin-user-closed-hint = Its owner closed it. It will be deleted on { $time } unless they log in again. Disabling it prevents the deletion.
admin-user-enabled = Account is enabled
admin-user-enabled-hint = Disabling it logs them out and keeps them out until you enable it again.
# A button.
admin-user-disable = Disable
admin-user-is-admin = Administrator
admin-user-is-admin-hint = Can see and manage every user.
# A button.
admin-user-remove-admin = Remove as admin
admin-user-is-not-admin = Not an administrator
admin-user-is-not-admin-hint = Administrators can see and manage every user.
# A button.
admin-user-make-admin = Make admin
admin-user-locked = Account is locked
admin-user-locked-hint = There were too many wrong passwords. Until they set a new password or open the link we emailed them, they can only log in on devices they've used before.
admin-user-unlock-hint = Then they can log in on every device again, with their password.
# A button.
admin-user-unlock = Unlock
# A heading, and the button below it.
admin-user-log-out-everywhere = Log out everywhere
admin-user-log-out-everywhere-hint = Ends all their sessions. They can log in again.
admin-user-sessions = Sessions
admin-user-more-sessions = { $count ->
        [one] Only the most recently used session is shown.
       *[other] Only the { $count } most recently used sessions are shown.
    }
admin-user-no-sessions = Not logged in anywhere.
admin-user-mail = Mail
# $url is the page with the mail to everyone.
admin-user-more-mail-html = { $count ->
        [one] Only the most recent email is shown.
       *[other] Only the { $count } most recent emails are shown.
    } <a href="{ $url }">See all mail</a>
admin-user-no-mail = No recent mail.
admin-user-history = History
admin-user-no-older-events = No older events.
admin-user-no-events = Nothing has happened yet.
# For screen readers: the links to the other pages of the history.
admin-user-history-pages = History pages

## Make an administrator
## A question, where the person's email address is not confirmed.

admin-make-admin-title = Make { $email } an administrator?
admin-make-admin-heading = This address is not confirmed
admin-make-admin-text-html = Anyone can sign up with an address that isn't theirs. We don't know yet whether <strong dir="auto">{ $email }</strong> belongs to the person who uses this account.
admin-make-admin-hint = An administrator can see and change every account. Ask the person to confirm the address first: their account page has a button for that. Go on only if you know for sure that the account is theirs.
# A button.
admin-make-admin-submit = Make administrator all the same

## Mail
## The emails that the server has sent, or is going to send, to people.

admin-mail-title = Mail
# $folder is the path of a folder on the server.
admin-mail-folder-html = Mail doesn't leave this machine: it is written to <code><bdi>{ $folder }</bdi></code>. To send it, set <code>mail.transport</code> and <code>mail.smtp_url</code>.
# For screen readers: the links that choose which emails are shown.
admin-mail-filter = Filter mail
admin-mail-all = All
admin-mail-waiting = Waiting
admin-mail-sent = Sent
admin-mail-failed = Failed
# Emails that the server withdrew: by the time they were due, there was no reason to send them.
admin-mail-not-sent = Not sent
admin-mail-none-older = No older mail
admin-mail-none-waiting = No mail is waiting
admin-mail-none-waiting-hint = New mail goes out within a second or two.
admin-mail-none-failed = No failed mail
admin-mail-none-failed-hint = Mail that can't be sent appears here, with the reason.
admin-mail-none-not-sent = No mail was withdrawn
admin-mail-none-not-sent-hint = Mail that is no longer needed, or has a link that would no longer work, isn't sent. It appears here, with the reason.
admin-mail-none = No mail yet
admin-mail-none-hint = Confirmation links, password links and notices appear here for 30 days.

## Refused requests
## Requests that concern no account and that the server refused.

admin-refusals-title = Refused requests
admin-refusals-hint = Log-ins to unknown addresses, too many attempts, and requests that came from another site's pages. Anything that concerns an account is in that account's history.
# Their number has a limit. $count is how many more there were.
admin-refusals-left-out = { $count ->
        [one] { $count } more this hour isn't listed, so that nobody can fill the disk. It is only counted here; the log has a line for it.
       *[other] { $count } more this hour aren't listed, so that nobody can fill the disk. They are only counted here; the log has a line for each.
    }
admin-refusals-none-older = No older requests.
admin-refusals-none = No refused requests yet.

## Parts: what is said of a user
## Badges and short words beside an address, and in the list of users.

user-state-active = Active
# By an administrator.
user-state-disabled = Disabled
# By its owner.
user-state-closed = Closed
# After too many wrong passwords.
user-state-locked = Locked
# The owner has not confirmed the email address.
user-state-unconfirmed = Not confirmed
# Short for administrator.
user-role-admin = Admin
# Not an administrator.
user-role-member = Member

## Parts: what happened
## A table, on the pages of one user, of refused requests and of one's own activity. On narrow screens "By" and "From"
## are labels before the value.

event-table-when = When
# What happened, such as "Logged in".
event-table-event = Event
# Who did it.
event-table-by = By
# The device and the network address it came from.
event-table-from = From
# A device, such as "Firefox on Linux", and a network address, such as 203.0.113.5.
event-table-device-and-address-html = <bdi>{ $device }</bdi>, <bdi>{ $address }</bdi>
# In place of the device and the address.
event-table-not-recorded = Not recorded

## Parts: emails
## A list, on the page of all mail and on the page of one user.

# A badge.
mail-list-state-waiting = Waiting
# A badge.
mail-list-state-sent = Sent
# The mail is in a folder of this machine.
mail-list-state-written = Written to a file
# A badge: the server has given it up.
mail-list-state-failed = Failed
# A badge: the server withdrew it.
mail-list-state-not-sent = Not sent
# Who the email is for.
mail-list-to-html = To <bdi>{ $email }</bdi>
# The same, where there is a page about this person.
mail-list-to-user-html = To <a href="{ $url }"><bdi>{ $email }</bdi></a>
# The next five are labels, each right before a date and time, as in "Created 22 Nov 2026, 14:03". Use a colon if your
# language needs one.
mail-list-created = Created
mail-list-sent = Sent
mail-list-written = Written
mail-list-failed = Failed
mail-list-withdrawn = Withdrawn
mail-list-next-attempt = Next attempt
# $reason is one of the messages not-sent-….
mail-list-not-sent-reason = Not sent: { $reason }
# $error is in English: mostly what the other mail server said.
mail-list-sending-again-html = Sending again. Last error: <bdi>{ $error }</bdi>
mail-list-attempts-html = { $count ->
        [one] { $count } attempt.
       *[other] { $count } attempts.
    } Last error: <bdi>{ $error }</bdi>
# A button.
mail-list-retry = Try again
# For screen readers, after mail-list-retry: which of the emails. $mail is what it is about, such as "Set a new password".
mail-list-retry-which = (“{ $mail }” to { $email })

## Parts: sessions
## Where a user is logged in: a list on the account page and on the page of one user.

# A badge: not a browser but a program that uses the API.
session-list-program = Program
# A badge: the session in which this page is shown.
session-list-this-device = This device
# The next two are labels, each right before a date and time, as in "Logged in 22 Nov 2026, 14:03". Use a colon if your
# language needs one.
session-list-logged-in = Logged in
session-list-last-used = Last used
# A button.
session-list-end = End session
# For screen readers, after session-list-end: which of the sessions. $device is such as "Firefox on Linux", $address a
# network address, $time a date and time.
session-list-end-which = ({ $device }, { $address }, last used { $time })

## API reference
## The frame of the page for developers at /docs. The descriptions between these words are always in English.

reference-title = API
reference-version = Version { $version }
reference-machine-html = Machine-readable: <a href="{ $url }">openapi.json</a> (OpenAPI 3.1).
# For screen readers: the name of the list of all operations.
reference-contents = Contents
# A badge at an operation: it needs an access token.
reference-needs-token = Token required
reference-parameters = Parameters
reference-body = Request body
# Such as "NewAccount as application/json": the name of a schema, as a link, and its format.
reference-body-as-html = <a href="{ $url }">{ $schema }</a> as <code>{ $content_type }</code>
reference-responses = Responses
# The heading above code that calls the operation.
reference-samples = Samples
# A button below a sample of code for curl, Python or JavaScript, and what it says afterwards.
reference-copy = Copy the sample for { $language }
reference-copied = Copied
# A label before the names of HTTP headers.
reference-headers = Headers:
# A heading: the structures of what is sent and received.
reference-schemas = Schemas
reference-example = Example
# The type of a value, such as "list of string". $item is another type, or the name of a schema.
reference-list-of = list of { $item }
# An object (a map) whose values are all of this type.
reference-object-of = object of { $item }
# The schema has all fields of another schema; $schema is its name, as a link.
reference-all-of = all of { $schema }
# Between the types that a value may have: "string or null".
reference-or = or
# The next messages stand after a type, with commas between them: "integer, at least 1, at most 200, default 50, optional".
reference-minimum = at least { $minimum }
reference-maximum = at most { $maximum }
reference-minimum-length = { $count ->
        [one] at least { $count } character
       *[other] at least { $count } characters
    }
reference-maximum-length = { $count ->
        [one] at most { $count } character
       *[other] at most { $count } characters
    }
reference-default = default { $value }
reference-optional = optional
