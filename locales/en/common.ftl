### Words that many pages share.

## Fields and buttons

common-email = Email
common-password = Password
# The label of a person's name.
common-name = Name
common-new-password = New password
common-current-password = Current password
common-sign-up = Sign up
common-log-in = Log in
common-log-out = Log out

## Lists

common-older = Older entries
common-newest = Newest entries
common-next = Next
common-previous = Previous
# For screen readers: the links to the other pages of a list.
common-pages = Pages
common-never = Never
common-unknown-place = Unknown place
common-unknown-device = Unknown device

## People and places

common-your-account = Your account

## Times

# $month is the number of the month, $month_name one of the messages below.
date-time = { $day } { $month_name } { $year }, { $time } UTC
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

# How long a link works, inside a sentence: "The link works for an hour."
time-hours = { $count ->
    [one] an hour
   *[other] { $count } hours
}
time-days = { $count ->
    [one] a day
   *[other] { $count } days
}

# How long ago something was: in a table, and after words such as "Logged in". Older times are dates.
time-ago-now = just now
time-ago-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
time-ago-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
time-ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}

## Units

unit-milliseconds = { $count } ms
unit-seconds = { $count } s
unit-kibibytes = { $count } KiB
unit-mebibytes = { $count } MiB

## Devices

device-browser-on-system = { $browser } on { $system }
# Only one of the two is known, or it is a program such as curl.
device-name = { $name }
