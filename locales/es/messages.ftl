### Sentences that the program chooses: what has just happened, what is wrong with a form, what an event or an email was.

## Flash messages: shown once at the top of the next page

flash-account-created = ¡Te damos la bienvenida! Tu cuenta está lista.
flash-logged-out = Has cerrado sesión.
flash-password-changed = Contraseña cambiada. Se han cerrado las demás sesiones.
flash-name-changed = Nombre guardado.
flash-name-removed = Nombre eliminado.
flash-session-ended = Se ha cerrado la sesión en ese dispositivo.
flash-session-gone = La sesión en ese dispositivo ya estaba cerrada.
flash-other-sessions-ended = Se ha cerrado la sesión en todos los demás dispositivos.
flash-set-up-done = Ya tienes permisos de administrador.
flash-please-log-in = Inicia sesión para continuar.
flash-log-in-refused = El correo o la contraseña no son correctos, o la cuenta está desactivada.
flash-email-taken = Este correo electrónico ya está registrado
flash-too-many-attempts = Demasiados intentos.
flash-unavailable = Ahora mismo estamos saturados. No se ha cambiado nada.
flash-unexpected = Ha habido un problema por nuestra parte. No se ha cambiado nada. Vuelve a intentarlo.
try-again-soon = Vuelve a intentarlo en un momento.
try-again-seconds = { $count ->
    [one] Vuelve a intentarlo dentro de { $count } segundo.
   *[other] Vuelve a intentarlo dentro de { $count } segundos.
}
try-again-minutes = { $count ->
    [one] Vuelve a intentarlo dentro de { $count } minuto.
   *[other] Vuelve a intentarlo dentro de { $count } minutos.
}
try-again-hours = { $count ->
    [one] Vuelve a intentarlo dentro de { $count } hora.
   *[other] Vuelve a intentarlo dentro de { $count } horas.
}

# Closing an account; until it is deleted, logging in opens it again.
flash-account-closed = Tu cuenta está cerrada y se eliminará. ¿Has cambiado de opinión? Inicia sesión antes de que eso ocurra para conservarla.
flash-account-reopened = ¡Hola de nuevo! Tu cuenta vuelve a estar abierta y no se eliminará.
flash-last-administrator-stays = No hay ningún otro administrador. Primero da permisos de administrador a otra persona.

# Confirming and changing an email address
flash-verification-sent = Te hemos enviado un enlace nuevo. Los anteriores ya no funcionan.
flash-link-sent-again = Si la dirección es correcta, te llegará otro correo. Solo funciona el enlace más reciente.
flash-email-verified = ¡Gracias! Tu dirección de correo está confirmada.
flash-sign-up-confirmed = ¡Te damos la bienvenida! Tu cuenta está lista. Inicia sesión con la contraseña que elegiste.
flash-email-change-requested = Hemos enviado un enlace a tu nueva dirección. Tu correo cambiará cuando lo abras.
flash-email-change-cancelled = Se ha cancelado el cambio. Tu dirección de correo sigue siendo la misma.
flash-email-change-not-pending = Ya no hay ningún cambio de dirección de correo por confirmar.
flash-email-changed = Dirección de correo actualizada. Hemos avisado a tu dirección anterior.
flash-email-change-undone = Has recuperado tu dirección anterior y se ha cerrado la sesión en todos los dispositivos. Te hemos enviado por correo un enlace para crear una contraseña nueva; hasta que la crees, tu cuenta seguirá bloqueada.
flash-email-taken-meanwhile = Mientras tanto, otra persona se ha registrado con esa dirección, así que no se ha cambiado nada.
flash-email-unverified = Primero confirma tu dirección de correo. Te hemos enviado un enlace.

# Passwords and locked accounts
flash-unlocked = Tu cuenta está desbloqueada.
flash-password-reset = Tu contraseña ha cambiado y se han cerrado todas tus sesiones. Inicia sesión con la nueva.
flash-session-ended-by-failures = Demasiadas contraseñas incorrectas: hemos cerrado tu sesión. Vuelve a iniciarla para continuar.

# What administrators did to an account
flash-user-disabled = La cuenta está desactivada y se han cerrado todas sus sesiones.
flash-user-enabled = La cuenta está activada.
flash-user-unlocked = La cuenta está desbloqueada.
flash-user-signed-out = Se han cerrado todas las sesiones de esta persona.
flash-admin-granted = Esta persona ya tiene permisos de administrador y debe volver a iniciar sesión.
flash-admin-revoked = Esta persona ya no tiene permisos de administrador.
flash-last-administrator = No hay ningún otro administrador. Primero da permisos de administrador a otra persona.
flash-mail-retried = Enviando de nuevo.
flash-mail-not-given-up = Solo se pueden reenviar los correos fallidos.

## Mistakes in forms: shown at the field and at the top of the page

mistake-email-missing = Escribe tu dirección de correo.
mistake-new-email-missing = Escribe tu nueva dirección de correo.
mistake-email-invalid = Escribe una dirección de correo como name@example.com.
mistake-email-too-long = Esa dirección de correo es demasiado larga.
mistake-email-look-alike = Esta dirección mezcla alfabetos o tiene letras que se confunden con otras. Vuelve a escribirla con un solo idioma de teclado.
mistake-email-taken = Ya hay una cuenta con este correo electrónico.
mistake-email-unchanged = Esta ya es tu dirección de correo.
mistake-password-missing = Escribe una contraseña.
mistake-current-password-missing = Escribe tu contraseña actual.
mistake-new-password-missing = Escribe una contraseña nueva.
mistake-password-too-short = { $minimum ->
    [one] Usa al menos { $minimum } carácter.
   *[other] Usa al menos { $minimum } caracteres.
}
mistake-password-too-long = { $maximum ->
    [one] Usa { $maximum } carácter como máximo.
   *[other] Usa { $maximum } caracteres como máximo.
}
mistake-password-unreadable = Esta contraseña tiene caracteres que no hemos podido leer.
mistake-password-common = Esta contraseña es demasiado común. Prueba con varias palabras sin relación entre sí.
mistake-password-guessable = Esta contraseña es fácil de adivinar. Añade varias palabras sin relación entre sí.
mistake-password-from-context = No uses tu dirección de correo ni el nombre de este sitio en la contraseña.
mistake-password-blocklisted = Esta contraseña no se permite aquí. Elige otra.
mistake-password-wrong = Esa no es tu contraseña actual.
mistake-terms-not-accepted = Acepta las condiciones de uso para registrarte.
mistake-name-too-long = { $maximum ->
    [one] Tu nombre es demasiado largo. Usa como máximo { $maximum } carácter.
   *[other] Tu nombre es demasiado largo. Usa como máximo { $maximum } caracteres.
}
mistake-name-unreadable = Tu nombre contiene caracteres invisibles. Escríbelo de nuevo sin ellos.

## Error pages: a title, and what to do next

error-400-title = No hemos podido leer la solicitud
error-400-text = Hay un problema con lo que ha enviado tu navegador. Vuelve atrás e inténtalo de nuevo.
error-401-title = Inicia sesión
error-401-text = Para ver esta página, tienes que iniciar sesión.
error-403-title = No permitido
error-403-text = Esta solicitud viene de otro sitio, así que no se ha cambiado nada. Abre la página aquí e inténtalo de nuevo.
error-404-title = Página no encontrada
error-404-text = No hay ninguna página en esta dirección. Puede que se haya movido o que el enlace no sea correcto.
error-405-title = Esta página no puede hacer eso
error-405-text = La página existe, pero no para este tipo de solicitud.
error-408-title = Ha tardado demasiado
error-408-text = Tu navegador empezó una solicitud, pero no la terminó. Comprueba tu conexión e inténtalo de nuevo.
error-410-title = Este enlace ha caducado o ya se ha usado
error-410-text = Inicia sesión o pide un enlace nuevo. Si has pedido más de uno, solo funciona el más reciente.
error-413-title = Demasiado grande
error-413-text = Es más de lo que admite este sitio. Envía algo más pequeño.
error-414-title = Demasiado largo
error-414-text = La dirección o los encabezados de la solicitud son demasiado largos.
error-415-title = Formato no admitido
error-415-text = Esta página admite formularios web, pero se ha enviado otra cosa.
error-422-title = No hemos podido aceptar el formulario
error-422-text = Lo que se ha enviado no encaja con el formulario. Vuelve atrás e inténtalo de nuevo.
error-429-title = Demasiados intentos
error-429-text = Limitamos el número de intentos para proteger las cuentas.
error-503-title = Ahora mismo estamos saturados
error-503-text = No se ha cambiado nada.
error-500-title = Algo ha salido mal
error-500-text = El problema es nuestro. No se ha cambiado nada. Vuelve a intentarlo.
error-other-title = No ha funcionado
error-other-text = No hemos podido responder a esta solicitud. Vuelve atrás e inténtalo de nuevo.

# The link that makes the first administrator.
error-set-up-link-title = Este enlace ha caducado o ya se ha usado
error-set-up-link-text = El enlace de configuración funciona una sola vez, durante un día y solo mientras no haya ningún administrador. Reinicia el servidor para obtener otro o ejecuta “frontdesk admin create”.
error-confirm-password-title = Confirma tu contraseña
error-confirm-password-text = Confírmala en /account/confirm e inténtalo de nuevo.

## Events: lines in the activity log of an account. Short; no full stop.

event-signed-up = Registro de la cuenta
event-logged-in = Inicio de sesión
event-log-in-failed = Inicio de sesión fallido
event-logged-out = Cierre de sesión
event-password-changed = Contraseña cambiada
event-session-ended = Sesión cerrada en un dispositivo
event-sessions-ended = Todas las sesiones cerradas
event-disabled = Cuenta desactivada
event-enabled = Cuenta activada
event-admin-granted = Permisos de administrador concedidos
event-admin-revoked = Permisos de administrador retirados
event-set-up-used = Enlace de configuración usado
event-refresh-token-reused = Sesión de una aplicación cerrada: se volvió a usar un token antiguo
event-account-closed = Cuenta cerrada
event-account-reopened = Cuenta reabierta
event-account-deleted = Cuenta eliminada
event-data-exported = Datos descargados
event-email-verified = Dirección de correo confirmada
event-password-reset-requested = Restablecimiento de contraseña solicitado
event-password-reset = Contraseña restablecida
event-email-change-requested = Cambio de dirección de correo solicitado
event-email-change-cancelled = Cambio de dirección de correo cancelado
event-email-changed = Dirección de correo cambiada
event-email-change-undone = Cambio de dirección de correo deshecho
event-account-locked = Cuenta bloqueada
event-account-unlocked = Cuenta desbloqueada
event-mail-retried = Correo reenviado
event-password-confirmation-failed = Contraseña incorrecta con la sesión iniciada
event-session-ended-by-failures = Sesión cerrada por demasiadas contraseñas incorrectas
event-sign-up-repeated = Registro repetido
event-rate-limited = Bloqueo temporal: demasiados intentos
event-access-denied = Bloqueado: solo para administradores
event-cross-site-refused = Bloqueado: enviado desde otro sitio

# Who did it
actor-you = Tú
actor-administrator = Un administrador
actor-command-line = Línea de comandos
actor-unknown = Desconocido
actor-email = { $email }
actor-former-user = Usuario eliminado { $id }

## Emails, as lists of sent mail name them

mail-kind-email-verification = Confirmar dirección de correo
mail-kind-sign-up-confirmation = Completar el registro
mail-kind-password-reset = Crear una contraseña nueva
mail-kind-email-change = Confirmar nueva dirección de correo
mail-kind-email-changed = Dirección de correo cambiada
mail-kind-password-changed = Contraseña cambiada
mail-kind-new-device = Nuevo inicio de sesión
mail-kind-account-closed = Cuenta cerrada
mail-kind-account-locked = Demasiadas contraseñas incorrectas
mail-kind-session-ended = Sesión cerrada: demasiadas contraseñas incorrectas
mail-kind-admin-granted = Permisos de administrador concedidos
mail-kind-admin-revoked = Permisos de administrador retirados
mail-kind-account-disabled = Cuenta desactivada
mail-kind-account-enabled = Cuenta activada

# Why an email was not sent: continues the sentence "No enviado: …".
not-sent-account-disabled = la cuenta está desactivada, así que el enlace no funcionaría.
not-sent-address-changed = ahora la cuenta tiene otra dirección.
not-sent-link-expired = es tan antiguo que el enlace ya habría caducado.
not-sent-replaced = lo ha sustituido otro más reciente.
not-sent-not-needed = ya no hace falta.
not-sent-too-many = esta dirección sin confirmar ya ha recibido demasiados.
