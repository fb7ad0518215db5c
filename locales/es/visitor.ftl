### The frame of every page, the parts of forms, and the pages that people see without being logged in.

## Every page

base-error-title = Error:
base-skip = Ir al contenido
base-description = Regístrate en { $site }, inicia sesión y gestiona tu cuenta.
base-help-html = ¿Necesitas ayuda? <a href="{ $link }"><bdi>{ $email }</bdi></a>
base-terms = Condiciones de uso
base-privacy = Privacidad
base-reference-html = Referencia: <strong>{ $reference }</strong>
base-language = Idioma
base-language-submit = Cambiar

## Forms

form-error-summary-title = Hay un problema
form-email-suggestion = ¿Querías decir { $email }?
form-new-password-hint = { $minimum ->
    [one] Al menos { $minimum } carácter. Varias palabras sin relación entre sí son una buena opción.
   *[other] Al menos { $minimum } caracteres. Varias palabras sin relación entre sí son una buena opción.
}
form-password-sufficient = Buena contraseña. Con una palabra más será aún más difícil de adivinar.
form-password-strong = Contraseña segura: es muy difícil de adivinar.
form-show-password = Mostrar contraseña
form-show-current-password = Mostrar contraseña actual
form-show-new-password = Mostrar contraseña nueva

## Front page

home-title = Te damos la bienvenida
home-tagline = Pasa: solo te llevará un minuto.
home-account = Ir a tu cuenta

## Sign up

sign-up-title = Registrarse
sign-up-accept-terms-html = Acepto las <a href="{ $terms }">condiciones de uso</a>.
sign-up-terms-html = Al registrarte, aceptas las <a href="{ $terms }">condiciones de uso</a>.
sign-up-privacy-html = La <a href="{ $privacy }">política de privacidad</a> explica qué ocurre con tus datos.
sign-up-duplicate-html = ¿Es tu cuenta? <a href="{ $log_in }">Inicia sesión</a> o <a href="{ $reset }">restablece tu contraseña</a>.
sign-up-aside-html = ¿Ya tienes una cuenta? <a href="{ $log_in }">Inicia sesión</a>

## Log in

log-in-title = Iniciar sesión
log-in-forgot = ¿Olvidaste tu contraseña?
log-in-remember = Mantener la sesión iniciada en este dispositivo
log-in-aside-html = ¿Es tu primera vez aquí? <a href="{ $sign_up }">Regístrate</a>

## Check your email: after signing up, or after asking for a link to set a new password.

check-mail-title = Revisa tu correo
# It must not say whether there is an account with that address: people who try other people's addresses read it, too.
check-mail-text = Si la dirección que has escrito es correcta, te llegará un correo con un enlace. Ábrelo para continuar.
check-mail-hint = ¿No te ha llegado nada en unos minutos? Revisa la carpeta de spam o inténtalo de nuevo con otra dirección.
check-mail-sign-up-html = Hemos enviado un correo a <strong dir="auto">{ $email }</strong>. Abre el enlace que contiene para continuar.
check-mail-reset-html = Si existe una cuenta con <strong dir="auto">{ $email }</strong>, te llegará un correo con un enlace para establecer una contraseña nueva.
check-mail-correct-html = ¿No te ha llegado nada en unos minutos? Revisa la carpeta de spam o <a href="{ $link }">corrige la dirección</a>.
check-mail-undelivered-html = No hemos podido entregar nuestro correo a <strong dir="auto">{ $email }</strong>. Si la dirección no es correcta, <a href="{ $link }">corrígela</a>.
check-mail-resend = Enviar de nuevo

## Forgot your password: asking for the link.

reset-password-request-title = ¿Olvidaste tu contraseña?
reset-password-request-hint = Te enviaremos por correo un enlace para crear una contraseña nueva.
reset-password-request-submit = Enviarme un enlace
reset-password-request-aside-html = ¿Ya la recuerdas? <a href="{ $log_in }">Inicia sesión</a>

## Set a new password: the page behind that link.

reset-password-title = Crea una contraseña nueva
reset-password-hint-html = Elige una contraseña nueva para <strong dir="auto">{ $email }</strong>. Se cerrarán todas tus sesiones.
reset-password-submit = Guardar contraseña

## The first administrator: the page behind the one-time link that the server prints when it starts.

setup-title = Crea el primer administrador
setup-text = Los administradores pueden ver y gestionar a todas las personas que se registren. Este enlace solo funciona una vez.
setup-submit = Crear administrador
setup-have-account = Ya tengo una cuenta
setup-member-text-html = Has iniciado sesión como <strong dir="auto">{ $email }</strong>, así que esa cuenta puede ser la de administrador. Este enlace solo funciona una vez.
setup-member-submit = Usar mi cuenta como administrador

## The page behind the link of an email. For each kind of email: the title of the page, a text, and a button that does it.

mail-link-email-verification-title = Confirma tu dirección de correo
mail-link-email-verification-text-html = ¿Es <strong dir="auto">{ $email }</strong> tu dirección de correo?
mail-link-email-verification-button = Sí, confirmarla
mail-link-sign-up-confirmation-title = Completa tu registro
mail-link-sign-up-confirmation-text-html = Se creará tu cuenta en { $site } con la dirección <strong dir="auto">{ $email }</strong>. ¿No te has registrado? Simplemente cierra esta página.
mail-link-sign-up-confirmation-button = Crear mi cuenta
mail-link-email-change-title = Confirma tu nueva dirección de correo
mail-link-email-change-text-html = Tu dirección de correo pasará a ser <strong dir="auto">{ $email }</strong>. A partir de ahora, iniciarás sesión con ella.
mail-link-email-change-button = Usar esta dirección
mail-link-email-changed-title = Deshaz el cambio de dirección de correo
mail-link-email-changed-text-html = Tu cuenta volverá a usar <strong dir="auto">{ $email }</strong>, se cerrarán todas las sesiones y la cuenta quedará bloqueada hasta que crees una contraseña nueva. Te enviaremos por correo un enlace para hacerlo.
mail-link-email-changed-button = Deshacer este cambio
mail-link-account-locked-title = Desbloquea tu cuenta
mail-link-account-locked-text-html = Hemos bloqueado la cuenta de <strong dir="auto">{ $email }</strong> porque se introdujeron demasiadas contraseñas incorrectas. Si tu contraseña es segura, puedes desbloquear tu cuenta.
mail-link-account-locked-button = Desbloquear mi cuenta

## Error pages. Their titles and texts are elsewhere.

error-page-status = Error { $status }
error-page-home = Ir a la página de inicio
error-page-new-link = Pedir un enlace nuevo
error-page-help-html = ¿Sigues teniendo problemas? <a href="{ $link }">Escríbenos</a>
