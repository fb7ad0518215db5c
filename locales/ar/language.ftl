language-name = العربية
language-direction = rtl

# Numbers: the sign between groups of digits, from how many digits on they are grouped, and the decimal sign.
number-group = {","}
number-group-from = 4
number-decimal = {"."}
