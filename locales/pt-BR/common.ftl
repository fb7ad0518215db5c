### Words that many pages share.

## Fields and buttons

common-email = E-mail
common-password = Senha
common-name = Nome
common-new-password = Nova senha
common-current-password = Senha atual
common-sign-up = Criar conta
common-log-in = Entrar
common-log-out = Sair

## Lists

common-older = Registros mais antigos
common-newest = Registros mais recentes
common-next = Próxima
common-previous = Anterior
common-pages = Páginas
common-never = Nunca
common-unknown-place = Local desconhecido
common-unknown-device = Dispositivo desconhecido

## People and places

common-your-account = Sua conta

## Times

date-time = { $day } { $month_name } { $year }, { $time } UTC
month-1 = jan.
month-2 = fev.
month-3 = mar.
month-4 = abr.
month-5 = mai.
month-6 = jun.
month-7 = jul.
month-8 = ago.
month-9 = set.
month-10 = out.
month-11 = nov.
month-12 = dez.

# Inside a sentence: "expira em uma hora", "expira em 3 dias".
time-hours = { $count ->
    [one] uma hora
   *[other] { $count } horas
}
time-days = { $count ->
    [one] um dia
   *[other] { $count } dias
}

time-ago-now = agora mesmo
time-ago-minutes = { $count ->
    [one] há { $count } minuto
   *[other] há { $count } minutos
}
time-ago-hours = { $count ->
    [one] há { $count } hora
   *[other] há { $count } horas
}
time-ago-days = { $count ->
    [one] há { $count } dia
   *[other] há { $count } dias
}

## Units

unit-milliseconds = { $count } ms
unit-seconds = { $count } s
unit-kibibytes = { $count } KiB
unit-mebibytes = { $count } MiB

## Devices

# Systems are masculine: "Firefox no Linux", "Safari no iPhone".
device-browser-on-system = { $browser } no { $system }
device-name = { $name }
