### The language itself. This file is parsed at the start, the others when a text is first needed.

# Its name in the language menu.
language-name = English
# ltr or rtl.
language-direction = ltr

# Numbers: the sign between groups of digits, from how many digits on they are grouped, and the decimal sign.
number-group = ,
number-group-from = 4
number-decimal = .
