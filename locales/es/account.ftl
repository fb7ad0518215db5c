### The pages on which people who are logged in manage their own account.

## Your account

account-unverified-title = Confirma tu dirección de correo
account-unverified-text-html = Confirma <strong dir="auto">{ $email }</strong> con el enlace que te hemos enviado por correo; así podrás recuperar tu cuenta. ¿No te ha llegado?
account-undelivered-html = No hemos podido entregar nuestro correo a <strong dir="auto">{ $email }</strong>. ¿Es correcta la dirección? Si no lo es, <a href="{ $change }">corrígela</a>.
account-unverified-submit = Enviar otro enlace
account-locked-title = Tu cuenta está parcialmente bloqueada
account-locked-text-html = Se introdujeron demasiadas contraseñas incorrectas, así que solo puedes iniciar sesión en dispositivos que ya hayas usado. Para desbloquear tu cuenta, abre el enlace que te hemos enviado por correo o <a href="{ $reset }">crea una contraseña nueva</a>.
account-pending-email-title = Cambio de dirección de correo
account-pending-email-html = Esperamos a que confirmes <strong dir="auto">{ $email }</strong>. Tu dirección no cambiará hasta que abras el enlace que hemos enviado allí.
account-pending-email-resend = Volver a enviar el enlace
account-pending-email-cancel = Cancelar el cambio
account-details-title = Perfil
account-name-hint = Opcional. Lo ven tú y los administradores de este sitio junto a tu dirección de correo. Déjalo vacío para quitarlo.
account-name-submit = Guardar nombre
account-email-state = Estado del correo
account-email-confirmed-html = Confirmado. <a href="{ $change }">Cambiar dirección de correo</a>
account-email-unconfirmed-html = Aún sin confirmar. <a href="{ $change }">Cambiar dirección de correo</a>
account-change-password = Cambiar contraseña
account-member-since = Miembro desde
account-last-log-in = Último acceso
account-sections = Secciones de esta página
account-security-title = Seguridad
account-log-in-state = Inicio de sesión
account-log-in-open = En cualquier dispositivo, con tu contraseña
account-log-in-locked = Solo en dispositivos que ya hayas usado
account-activity = Actividad
account-activity-link = Ver tu actividad
account-data = Datos
account-data-link = Descargar tus datos
account-data-text = Obtén una copia de los datos que este sitio guarda sobre ti.
account-close = Zona de peligro
account-close-link = Cerrar tu cuenta
account-close-text = Al cerrar tu cuenta se cierran todas tus sesiones. Unos días después se elimina; inicia sesión antes para conservarla.
account-sessions-title = Dispositivos
account-sessions-hint = Tienes la sesión iniciada en estos dispositivos. Si alguna sesión no es tuya, ciérrala y cambia tu contraseña.
account-sessions-more = { $count ->
    [one] Solo se muestra la sesión usada más recientemente. Para cerrar también las otras, cierra todas las demás sesiones.
   *[other] Solo se muestran las { $count } sesiones usadas más recientemente. Para cerrar también las otras, cierra todas las demás sesiones.
}
account-sessions-end-others = Cerrar las demás sesiones

## Activity: a table of what happened to the account.

activity-title = Actividad
activity-hint-html = ¿Ves algo que no hiciste tú? <a href="{ $change_password }">Cambia tu contraseña</a> para cerrar todas las demás sesiones.
activity-none = Todavía no hay actividad.
activity-none-older = No hay nada anterior.

## Change email address

change-email-title = Cambiar dirección de correo
change-email-hint-html = Tu dirección es <strong dir="auto">{ $email }</strong>. No cambiará hasta que confirmes la nueva con el enlace que enviaremos allí.
change-email-new = Nueva dirección de correo
change-email-submit = Enviar un enlace a la nueva dirección

## Change password

change-password-title = Cambiar contraseña
change-password-submit = Cambiar contraseña

## Confirm your password: before something that nobody else should do in one's browser.

confirm-password-title = Confirma tu contraseña
confirm-password-hint = Por tu seguridad, vuelve a escribir tu contraseña.
confirm-password-submit = Continuar

## Your data: downloading everything about oneself.

export-title = Tus datos
export-text = Descarga un archivo con los datos que { $site } guarda sobre ti: tu cuenta, dónde tienes la sesión iniciada y dónde la has iniciado antes, los correos que te hemos enviado últimamente, la actividad de tu cuenta y lo que has hecho en otras cuentas.
export-hint = Es un archivo JSON que puedes abrir con cualquier editor de texto. De tu contraseña solo guardamos un hash, y no está incluido.
export-submit = Descargar tus datos

## Close your account

close-account-title = Cerrar tu cuenta
close-account-text-html = { $days ->
    [one] Se cerrarán de inmediato todas tus sesiones, también en las aplicaciones que usan tu cuenta. La cuenta de <strong dir="auto">{ $email }</strong> se eliminará dentro de { $days } día.
   *[other] Se cerrarán de inmediato todas tus sesiones, también en las aplicaciones que usan tu cuenta. La cuenta de <strong dir="auto">{ $email }</strong> se eliminará dentro de { $days } días.
    }
close-account-hint-html = ¿Cambias de opinión? Inicia sesión en este sitio antes de que se elimine y conservarás tu cuenta. Una vez eliminada, queda un registro de su actividad, con direcciones IP y navegadores, pero sin tu dirección de correo. Quizá quieras <a href="{ $export }">descargar tus datos</a> antes.
close-account-submit = Cerrar mi cuenta
