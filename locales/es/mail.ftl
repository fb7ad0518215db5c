### Mails: templates/mail. The plain text and the HTML of a mail share their messages.
### Most mail programs show a subject and a preheader in one row of a list: keep both short.
### $site is the name of the site, as "Harbour Books".

## Every mail

mail-help = ¿Necesitas ayuda?
mail-copy-link = ¿No funciona el botón? Copia este enlace en tu navegador:
mail-action-line = { $label }:
mail-fact-line = { $label }: { $value }
mail-fact-account = Cuenta
mail-fact-old-email = Dirección anterior
mail-fact-new-email = Dirección nueva
mail-fact-when = Fecha
mail-fact-device = Dispositivo
mail-fact-address = Dirección IP
# $life is one of the messages time-hours and time-days in common.ftl: "una hora", "3 días".
mail-link-life = El enlace solo funciona una vez y caduca en { $life }.
mail-set-password = Crear una contraseña nueva
mail-last-attempt = El último intento:

## Mail: confirm the address of a new account

mail-email-verification-subject = Confirma tu dirección de correo para { $site }
mail-email-verification-preheader = Un paso rápido y listo.
mail-email-verification-heading = Confirma tu dirección de correo
mail-email-verification-intro = ¡Te damos la bienvenida a { $site }! Confirma que { $email } es tu dirección de correo.
mail-email-verification-intro-html = ¡Te damos la bienvenida a { $site }! Confirma que <strong dir="auto">{ $email }</strong> es tu dirección de correo.
mail-email-verification-button = Confirmar dirección de correo
mail-email-verification-not-you = ¿No te has registrado? Puedes ignorar este correo: sin el enlace, la dirección no se confirmará.

## Mail: finish signing up, where the account is created only by the link

mail-sign-up-confirmation-subject = Completa tu registro en { $site }
mail-sign-up-confirmation-preheader = Solo falta un paso: crear tu cuenta.
mail-sign-up-confirmation-heading = Completa tu registro
mail-sign-up-confirmation-intro = Gracias por registrarte en { $site } con { $email }. Solo falta un paso: crear tu cuenta.
mail-sign-up-confirmation-intro-html = Gracias por registrarte en { $site } con <strong dir="auto">{ $email }</strong>. Solo falta un paso: crear tu cuenta.
mail-sign-up-confirmation-button = Crear mi cuenta
mail-sign-up-confirmation-next = Después, inicia sesión con la contraseña que elegiste.
mail-sign-up-confirmation-not-you = ¿No te has registrado? Ignora este correo y no abras el enlace: sin él, no se creará ninguna cuenta.

## Mail: the address of a sign-up, or of a change of address, already has an account

mail-already-registered-subject = Ya tienes una cuenta en { $site }
mail-already-registered-preheader = Inicia sesión o crea una contraseña nueva si olvidaste la tuya.
mail-already-registered-heading = Ya tienes una cuenta
mail-already-registered-intro = Alguien, probablemente tú, ha intentado usar esta dirección de correo para una cuenta en { $site }. Ya tienes una.
mail-already-registered-forgotten = ¿Olvidaste tu contraseña? Puedes crear una nueva.
mail-already-registered-not-you = Si no fuiste tú, no tienes que hacer nada. No ha cambiado nada, y a esa persona no le hemos dicho que tienes una cuenta.

## Mail: set a new password

mail-password-reset-subject = Crea una contraseña nueva para { $site }
mail-password-reset-preheader = Abre el enlace para elegir una contraseña nueva.
mail-password-reset-heading = Crea una contraseña nueva
mail-password-reset-intro = Hemos recibido una solicitud para crear una contraseña nueva para tu cuenta de { $site }.
mail-password-reset-not-you = ¿No lo has pedido tú? Puedes ignorar este correo: tu contraseña seguirá siendo la misma.

## Mail to a new address: confirm it

mail-email-change-subject = Confirma tu nueva dirección de correo para { $site }
mail-email-change-preheader = Tu dirección cambiará cuando la confirmes.
mail-email-change-heading = Confirma tu nueva dirección de correo
mail-email-change-intro = Has pedido usar { $email } en tu cuenta de { $site }. Confirma que esta dirección es tuya.
mail-email-change-intro-html = Has pedido usar <strong dir="auto">{ $email }</strong> en tu cuenta de { $site }. Confirma que esta dirección es tuya.
mail-email-change-button = Usar esta dirección
mail-email-change-until-then = Hasta que la confirmes, se seguirá usando tu dirección anterior.
mail-email-change-not-you = ¿No lo has pedido tú? Puedes ignorar este correo: sin el enlace, no cambiará nada.

## Mail to the old address: the address was changed

mail-email-changed-subject = Ha cambiado la dirección de correo de tu cuenta de { $site }
mail-email-changed-preheader = Si fuiste tú, no tienes que hacer nada.
mail-email-changed-heading = Ha cambiado tu dirección de correo
mail-email-changed-intro = Se ha cambiado la dirección de correo de tu cuenta de { $site }.
mail-email-changed-unconfirmed = La cuenta de { $site } con esta dirección de correo ahora usa otra.
mail-email-changed-not-you = Si fuiste tú, no tienes que hacer nada. Si no, puedes deshacer el cambio.
mail-email-changed-undo = Deshacer este cambio
mail-email-changed-effect = Recuperarás tu dirección anterior, se cerrará la sesión en todos los dispositivos y la cuenta quedará bloqueada hasta que crees una contraseña nueva. Te enviaremos por correo un enlace para hacerlo. Puedes deshacer el cambio hasta el { $time }.
mail-email-changed-too-late = Si fuiste tú, no tienes que hacer nada. Si no, pide ayuda al equipo de { $site }: el cambio se podía deshacer con un enlace hasta el { $time }.
mail-email-changed-nothing-to-do = Si fuiste tú, no tienes que hacer nada.

## Mail: the password was changed

mail-password-changed-subject = Ha cambiado tu contraseña de { $site }
mail-password-changed-preheader = Si no fuiste tú, crea una contraseña nueva ahora mismo.
mail-password-changed-heading = Ha cambiado tu contraseña
mail-password-changed-intro = Se ha cambiado la contraseña de tu cuenta de { $site } y se ha cerrado la sesión en todos los demás dispositivos.
mail-password-changed-not-you = Si fuiste tú, no tienes que hacer nada. Si no, crea una contraseña nueva ahora mismo.

## Mail: a log-in from a browser or a network that the account does not know

mail-new-device-subject = Nuevo inicio de sesión en tu cuenta de { $site }
mail-new-device-preheader = ¿Fuiste tú?
mail-new-device-heading = Nuevo inicio de sesión
mail-new-device-intro = Alguien ha iniciado sesión en tu cuenta de { $site } desde un navegador o una red que no habíamos visto antes.
mail-new-device-not-you = Si fuiste tú, no tienes que hacer nada. Si no, esa persona sabe tu contraseña: crea una nueva ahora mismo y se cerrará su sesión.

## Mail: the owner has closed the account

mail-account-closed-subject = Tu cuenta de { $site } está cerrada
mail-account-closed-preheader = ¿Has cambiado de opinión? Aún puedes conservarla.
mail-account-closed-heading = Tu cuenta está cerrada
mail-account-closed-intro = Tu cuenta de { $site } está cerrada y se eliminará después del { $time }.
mail-account-closed-keep = ¿Has cambiado de opinión o no fuiste tú? Inicia sesión antes de esa fecha y conservarás tu cuenta.

## Mail: too many wrong passwords have locked the account

mail-account-locked-subject = Demasiadas contraseñas incorrectas en tu cuenta de { $site }
mail-account-locked-preheader = Hemos bloqueado tu cuenta. Te explicamos cómo desbloquearla.
mail-account-locked-heading = Demasiadas contraseñas incorrectas
mail-account-locked-intro = Alguien ha introducido demasiadas contraseñas incorrectas en tu cuenta de { $site }, así que la hemos bloqueado. Hasta que se desbloquee, solo puedes iniciar sesión en dispositivos que ya hayas usado.
mail-account-locked-strong = Si tu contraseña es segura, puedes desbloquear tu cuenta.
mail-account-locked-button = Desbloquear mi cuenta
mail-account-locked-reset = Tu cuenta también se desbloquea si creas una contraseña nueva.

## Mail: too many wrong passwords in a session, which has ended

mail-session-ended-subject = Hemos cerrado tu sesión en { $site }: demasiadas contraseñas incorrectas
mail-session-ended-preheader = Si no fuiste tú, crea una contraseña nueva ahora mismo.
mail-session-ended-heading = Hemos cerrado tu sesión
mail-session-ended-intro = Alguien ha introducido diez veces una contraseña incorrecta en un navegador con la sesión iniciada en tu cuenta de { $site }, así que hemos cerrado esa sesión.
mail-session-ended-not-you = Si fuiste tú, solo tienes que volver a iniciar sesión. Si no, otra persona estaba usando un navegador con tu sesión iniciada: crea una contraseña nueva ahora mismo y se cerrará la sesión en todos los dispositivos.

## Mail: the recipient is an administrator now

mail-admin-granted-subject = Ahora tienes permisos de administrador en { $site }
mail-admin-granted-preheader = Puedes ver y gestionar todas las cuentas.
mail-admin-granted-heading = Ahora tienes permisos de administrador
mail-admin-granted-intro = Ahora tienes permisos de administrador en { $site }: puedes ver y gestionar todas las cuentas. Se han cerrado tus sesiones anteriores, así que quizá tengas que volver a iniciar sesión.
mail-admin-granted-unexpected = Si no te lo esperabas, pregunta al equipo de { $site }. Si crees que otra persona puede saber tu contraseña, crea una nueva: desde tu cuenta podría perjudicar a todas las demás.

## Mail: the recipient is no longer an administrator

mail-admin-revoked-subject = Ya no tienes permisos de administrador en { $site }
mail-admin-revoked-preheader = Puedes seguir usando tu cuenta.
mail-admin-revoked-heading = Ya no tienes permisos de administrador
mail-admin-revoked-intro = Ya no tienes permisos de administrador en { $site }. Puedes seguir usando tu cuenta, pero no las páginas para administradores.
mail-admin-revoked-unexpected = Si no te lo esperabas, pregunta al equipo de { $site }.

## Mail: an administrator has disabled the account

mail-account-disabled-subject = Tu cuenta de { $site } está desactivada
mail-account-disabled-preheader = No podrás iniciar sesión hasta que se reactive.
mail-account-disabled-heading = Tu cuenta está desactivada
mail-account-disabled-intro = Se ha desactivado tu cuenta de { $site }. Se han cerrado todas tus sesiones, también en las aplicaciones, y no podrás iniciar sesión hasta que se reactive. No se ha eliminado nada.
mail-account-disabled-unexpected = Si no te lo esperabas, pregunta al equipo de { $site }. Puede que hayan visto que otra persona estaba usando tu cuenta.

## Mail: an administrator has enabled the account again

mail-account-enabled-subject = Tu cuenta de { $site } vuelve a estar activa
mail-account-enabled-preheader = Ya puedes volver a iniciar sesión.
mail-account-enabled-heading = Tu cuenta vuelve a estar activa
mail-account-enabled-intro = Tu cuenta de { $site } vuelve a estar activa. Tu contraseña no ha cambiado, pero tendrás que volver a iniciar sesión.
mail-account-enabled-unexpected = Si no te lo esperabas, o si tu cuenta se desactivó porque otra persona la estaba usando, primero crea una contraseña nueva.

## Mail: a test, sent by "frontdesk mail test"

mail-test-subject = Correo de prueba de { $site }
mail-test-preheader = No tienes que hacer nada.
mail-test-heading = ¡Funciona!
mail-test-intro = Los correos de { $site } llegan a { $email }. No tienes que hacer nada.
mail-test-intro-html = Los correos de { $site } llegan a <strong dir="auto">{ $email }</strong>. No tienes que hacer nada.
