### Words that many pages share.

## Fields and buttons

common-email = Correo electrónico
common-password = Contraseña
common-name = Nombre
common-new-password = Contraseña nueva
common-current-password = Contraseña actual
common-sign-up = Registrarse
common-log-in = Iniciar sesión
common-log-out = Cerrar sesión

## Lists

common-older = Entradas anteriores
common-newest = Entradas más recientes
common-next = Siguiente
common-previous = Anterior
common-pages = Páginas
common-never = Nunca
common-unknown-place = Lugar desconocido
common-unknown-device = Dispositivo desconocido

## People and places

common-your-account = Tu cuenta

## Times

date-time = { $day } { $month_name } { $year }, { $time } UTC
month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sept
month-10 = oct
month-11 = nov
month-12 = dic

# Inside a sentence: "caduca en una hora", "caduca en 3 días".
time-hours = { $count ->
    [one] una hora
   *[other] { $count } horas
}
time-days = { $count ->
    [one] un día
   *[other] { $count } días
}

time-ago-now = ahora mismo
time-ago-minutes = { $count ->
    [one] hace { $count } minuto
   *[other] hace { $count } minutos
}
time-ago-hours = { $count ->
    [one] hace { $count } hora
   *[other] hace { $count } horas
}
time-ago-days = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}

## Units

unit-milliseconds = { $count } ms
unit-seconds = { $count } s
unit-kibibytes = { $count } KiB
unit-mebibytes = { $count } MiB

## Devices

device-browser-on-system = { $browser } en { $system }
device-name = { $name }
