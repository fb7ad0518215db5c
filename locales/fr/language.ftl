language-name = Français
language-direction = ltr

# Numbers: the sign between groups of digits, from how many digits on they are grouped, and the decimal sign.
number-group = {"\u202F"}
number-group-from = 4
number-decimal = ,
