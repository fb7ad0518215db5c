### The administrators' pages, the parts that they share with the account page, the navigation, and the frame of the
### API reference.

## Navigation
## At the top of every page for people who are logged in.

nav-label = Principal
nav-account = Cuenta
nav-overview = Resumen
nav-users = Usuarios
nav-mail = Correo
nav-logged-in-as = Sesión iniciada como

## Overview
## The administrators' front page: how many people there are, and how the server is doing.

admin-overview-title = Resumen
admin-overview-people = Personas
admin-overview-users = { $count ->
        [one] { $count } usuario
       *[other] { $count } usuarios
    }
admin-overview-users-hint = Todas las personas con una cuenta.
admin-overview-view-users = Ver usuarios
admin-overview-no-failed-mail = Ningún correo fallido
admin-overview-failed-mail = { $count ->
        [one] { $count } correo fallido
       *[other] { $count } correos fallidos
    }
admin-overview-waiting-mail = { $count ->
        [one] { $count } pendiente de envío
       *[other] { $count } pendientes de envío
    }
admin-overview-view-mail = Ver correo
admin-overview-refusals = Solicitudes rechazadas
admin-overview-refusals-hint = Inicios de sesión con direcciones desconocidas, demasiados intentos y solicitudes de otros sitios.
admin-overview-view-refusals = Ver solicitudes
admin-overview-api = API para programas
admin-overview-api-hint = Lo que los programas pueden hacer aquí, con ejemplos de código.
admin-overview-view-api = Ver la API

## Overview: password hashing
## Figures of the queue in which passwords are turned into hashes. Each has a label (dt) and a value (dd).

admin-hashing-title = Hash de contraseñas
admin-hashing-hint = Cada inicio de sesión y cada registro necesita un hash de la contraseña. Así ha respondido el servidor desde que arrancó.
admin-hashing-engine = Motor
admin-hashing-cost = Recursos por hash
admin-hashing-cost-value = { $memory }, { $passes ->
        [one] { $passes } pasada
       *[other] { $passes } pasadas
    }, { $lanes ->
        [one] { $lanes } carril
       *[other] { $lanes } carriles
    }
admin-hashing-workers = Unidades de cálculo
admin-hashing-workers-value = { $busy } de { $workers } en uso, { $memory } en total
admin-hashing-threads = Hilos por hash
admin-hashing-waiting = En espera ahora
admin-hashing-waiting-value = { $count } de { $limit } lugares en uso: { $log_ins ->
        [one] { $log_ins } inicio de sesión
       *[other] { $log_ins } inicios de sesión
    }, { $sign_ups ->
        [one] { $sign_ups } contraseña nueva
       *[other] { $sign_ups } contraseñas nuevas
    }
admin-hashing-wait = Espera estimada
admin-hashing-wait-value = { $wait } para un registro; las solicitudes se rechazan a partir de { $limit }
admin-hashing-waits = Mediana de espera
admin-hashing-waits-value = { $median }; la más larga, { $longest } ({ $count ->
        [one] último hash
       *[other] últimos { $count } hashes
    })
admin-hashing-no-waits = Aún no hay hashes
admin-hashing-served = Hashes
admin-hashing-served-value = { $count }
admin-hashing-rejected = Rechazadas
admin-hashing-rejected-value = { $count ->
        [one] { $count } solicitud, con aviso de volver a intentarlo más tarde
       *[other] { $count } solicitudes, con aviso de volver a intentarlo más tarde
    }
admin-hashing-abandoned = Abandonadas
admin-hashing-abandoned-value = { $count ->
        [one] { $count } solicitud, desconectada durante la espera
       *[other] { $count } solicitudes, desconectadas durante la espera
    }
admin-hashing-rechecked = Recalculados
admin-hashing-rechecked-none-wrong = { $count } con el motor de referencia, ninguno incorrecto
admin-hashing-rechecked-wrong-html = { $count } con el motor de referencia, <strong>{ $wrong ->
        [one] { $wrong } incorrecto
       *[other] { $wrong } incorrectos
    }</strong> (consulta el registro del servidor)

## Users
## The list of all users, with a search, filters and a table.

admin-users-title = Usuarios
admin-users-count = { $count ->
        [one] { $count } usuario
       *[other] { $count } usuarios
    }
admin-users-found = { $count ->
        [one] { $count } encontrado
       *[other] { $count } encontrados
    }
admin-users-search = Buscar
admin-users-state = Estado
admin-users-state-all = Todos
admin-users-state-active = Activa
admin-users-state-disabled = Desactivada
admin-users-state-closed = Cerrada
admin-users-role = Rol
admin-users-role-all = Todos
admin-users-role-admin = Admins
admin-users-filter = Filtrar
admin-users-clear = Limpiar
admin-users-table = Usuarios
admin-users-sort-by = Ordenar por
admin-users-signed-up = Registro
admin-users-last-log-in = Último acceso
admin-users-no-match = No hay usuarios que coincidan
admin-users-no-match-hint = Prueba con una búsqueda más corta o con otro estado o rol.
admin-users-clear-filter = Limpiar el filtro
admin-users-none = Todavía no se ha registrado nadie
admin-users-none-hint = Las personas aparecen aquí en cuanto se registran.

## One user
## What an administrator sees of one person, and can do with the account.

admin-user-self = Eres tú
admin-user-details = Detalles
admin-user-signed-up = Registro
admin-user-last-log-in = Último acceso
admin-user-address = Dirección de correo
admin-user-confirmed = Confirmada
admin-user-not-confirmed = Sin confirmar
admin-user-id = ID de usuario
admin-user-access = Acceso
admin-user-disabled = La cuenta está desactivada
admin-user-disabled-hint = Actívala para que esta persona pueda volver a iniciar sesión.
admin-user-disabled-closed-hint = Su titular la había cerrado antes. Mientras esté desactivada, no se eliminará. Si la activas, se eliminará, a menos que vuelva a iniciar sesión.
admin-user-enable = Activar
admin-user-closed = La cuenta está cerrada
admin-user-closed-hint = La cerró su titular. Se eliminará el { $time }, a menos que vuelva a iniciar sesión. Si la desactivas, no se eliminará.
admin-user-enabled = La cuenta está activada
admin-user-enabled-hint = Si la desactivas, se cerrarán sus sesiones y esta persona no podrá entrar hasta que la vuelvas a activar.
admin-user-disable = Desactivar
admin-user-is-admin = Administrador
admin-user-is-admin-hint = Puede ver y gestionar a todos los usuarios.
admin-user-remove-admin = Quitar como admin
admin-user-is-not-admin = Sin permisos de administrador
admin-user-is-not-admin-hint = Los administradores pueden ver y gestionar a todos los usuarios.
admin-user-make-admin = Hacer admin
admin-user-locked = La cuenta está bloqueada
admin-user-locked-hint = Se introdujeron demasiadas contraseñas incorrectas. Hasta que cree una contraseña nueva o abra el enlace que le enviamos por correo, esta persona solo puede iniciar sesión en dispositivos que ya haya usado.
admin-user-unlock-hint = Así podrá volver a iniciar sesión en cualquier dispositivo, con su contraseña.
admin-user-unlock = Desbloquear
admin-user-log-out-everywhere = Cerrar todas las sesiones
admin-user-log-out-everywhere-hint = Se cierran todas sus sesiones. Esta persona puede volver a iniciar sesión.
admin-user-sessions = Sesiones
admin-user-more-sessions = { $count ->
        [one] Solo se muestra la sesión usada más recientemente.
       *[other] Solo se muestran las { $count } sesiones usadas más recientemente.
    }
admin-user-no-sessions = No tiene ninguna sesión abierta.
admin-user-mail = Correo
admin-user-more-mail-html = { $count ->
        [one] Solo se muestra el correo más reciente.
       *[other] Solo se muestran los { $count } correos más recientes.
    } <a href="{ $url }">Ver todo el correo</a>
admin-user-no-mail = No hay correos recientes.
admin-user-history = Historial
admin-user-no-older-events = No hay eventos anteriores.
admin-user-no-events = Todavía no hay actividad.
admin-user-history-pages = Páginas del historial

## Make an administrator
## A question, where the person's email address is not confirmed.

admin-make-admin-title = ¿Dar permisos de administrador a { $email }?
admin-make-admin-heading = Esta dirección no está confirmada
admin-make-admin-text-html = Cualquiera puede registrarse con una dirección que no es suya. Aún no sabemos si <strong dir="auto">{ $email }</strong> pertenece a la persona que usa esta cuenta.
admin-make-admin-hint = Un administrador puede ver y cambiar todas las cuentas. Pide antes a esta persona que confirme la dirección: en la página de su cuenta hay un botón para hacerlo. Continúa solo si sabes con certeza que la cuenta es suya.
admin-make-admin-submit = Dar permisos de todos modos

## Mail
## The emails that the server has sent, or is going to send, to people.

admin-mail-title = Correo
admin-mail-filter = Filtrar correo
admin-mail-all = Todos
admin-mail-waiting = En espera
admin-mail-folder-html = Los correos no salen de esta máquina: se escriben en <code><bdi>{ $folder }</bdi></code>. Para enviarlos, configura <code>mail.transport</code> y <code>mail.smtp_url</code>.
admin-mail-sent = Enviados
admin-mail-failed = Fallidos
admin-mail-not-sent = No enviados
admin-mail-none-older = No hay correos anteriores
admin-mail-none-waiting = No hay correos en espera
admin-mail-none-waiting-hint = Los correos nuevos salen en uno o dos segundos.
admin-mail-none-failed = Ningún correo fallido
admin-mail-none-failed-hint = Aquí aparecen, con el motivo, los correos que no se pueden enviar.
admin-mail-none-not-sent = No se ha descartado ningún correo
admin-mail-none-not-sent-hint = Los correos que ya no hacen falta o cuyo enlace ya no funcionaría no se envían. Aparecen aquí, con el motivo.
admin-mail-none = Todavía no hay correos
admin-mail-none-hint = Los enlaces de confirmación, los enlaces de contraseña y los avisos aparecen aquí durante 30 días.

## Refused requests
## Requests that concern no account and that the server refused.

admin-refusals-title = Solicitudes rechazadas
admin-refusals-hint = Inicios de sesión con direcciones desconocidas, demasiados intentos y solicitudes procedentes de páginas de otro sitio. Todo lo que afecta a una cuenta está en el historial de esa cuenta.
admin-refusals-left-out = { $count ->
        [one] En esta hora hubo { $count } más que no aparece en la lista, para que nadie pueda llenar el disco. Aquí solo se cuenta; en el registro del servidor tiene su línea.
       *[other] En esta hora hubo { $count } más que no aparecen en la lista, para que nadie pueda llenar el disco. Aquí solo se cuentan; en el registro del servidor cada una tiene su línea.
    }
admin-refusals-none-older = No hay solicitudes anteriores.
admin-refusals-none = Todavía no hay solicitudes rechazadas.

## Parts: what is said of a user
## Badges and short words beside an address, and in the list of users.

user-state-active = Activa
user-state-disabled = Desactivada
user-state-closed = Cerrada
user-state-locked = Bloqueada
user-state-unconfirmed = Sin confirmar
user-role-admin = Admin
user-role-member = Miembro

## Parts: what happened
## A table, on the pages of one user, of refused requests and of one's own activity. On narrow screens "By" and "From"
## are labels before the value.

event-table-when = Fecha
event-table-event = Evento
event-table-by = Quién
event-table-from = Desde
event-table-device-and-address-html = <bdi>{ $device }</bdi>, <bdi>{ $address }</bdi>
event-table-not-recorded = No registrado

## Parts: emails
## A list, on the page of all mail and on the page of one user.

mail-list-state-waiting = En espera
mail-list-state-sent = Enviado
mail-list-state-written = Escrito en un archivo
mail-list-state-failed = Fallido
mail-list-state-not-sent = No enviado
mail-list-to-html = Para <bdi>{ $email }</bdi>
mail-list-to-user-html = Para <a href="{ $url }"><bdi>{ $email }</bdi></a>
# The next five are labels, each right before a date and time, as in "Creado el 22 nov 2026, 14:03 UTC".
mail-list-created = Creado el
mail-list-sent = Enviado el
mail-list-written = Escrito el
mail-list-failed = Falló el
mail-list-withdrawn = Descartado el
mail-list-next-attempt = Próximo intento:
mail-list-not-sent-reason = No enviado: { $reason }
mail-list-sending-again-html = Enviando de nuevo. Último error: <bdi>{ $error }</bdi>
mail-list-attempts-html = { $count ->
        [one] { $count } intento.
       *[other] { $count } intentos.
    } Último error: <bdi>{ $error }</bdi>
mail-list-retry = Reintentar
mail-list-retry-which = (“{ $mail }” para { $email })

## Parts: sessions
## Where somebody is logged in: a list on the account page and on the page of one user.

session-list-program = Programa
session-list-this-device = Este dispositivo
# The next two are labels, each right before a date and time.
session-list-logged-in = Inicio de sesión:
session-list-last-used = Último uso:
session-list-end = Cerrar sesión
session-list-end-which = ({ $device }, { $address }, último uso: { $time })

## API reference
## The frame of the page for developers at /docs. The descriptions between these words are always in English.

reference-title = API
reference-version = Versión { $version }
reference-machine-html = Formato legible por máquinas: <a href="{ $url }">openapi.json</a> (OpenAPI 3.1).
reference-contents = Contenido
reference-needs-token = Requiere token
reference-parameters = Parámetros
reference-body = Cuerpo de la solicitud
reference-body-as-html = <a href="{ $url }">{ $schema }</a> como <code>{ $content_type }</code>
reference-responses = Respuestas
reference-samples = Ejemplos
reference-copy = Copiar el ejemplo para { $language }
reference-copied = Copiado
reference-headers = Encabezados:
reference-schemas = Esquemas
reference-example = Ejemplo
reference-list-of = lista de { $item }
reference-object-of = objeto de { $item }
reference-all-of = todo lo de { $schema }
reference-or = o
reference-minimum = mínimo { $minimum }
reference-maximum = máximo { $maximum }
reference-minimum-length = { $count ->
        [one] mínimo { $count } carácter
       *[other] mínimo { $count } caracteres
    }
reference-maximum-length = { $count ->
        [one] máximo { $count } carácter
       *[other] máximo { $count } caracteres
    }
reference-default = por defecto { $value }
reference-optional = opcional
