language-name = Polski
language-direction = ltr

# Numbers: the sign between groups of digits, from how many digits on they are grouped, and the decimal sign.
number-group = {"\u00A0"}
number-group-from = 5
number-decimal = ,
