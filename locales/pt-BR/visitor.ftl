### The frame of every page, the parts of forms, and the pages that people see without being logged in.

## Every page

base-error-title = Erro:
base-skip = Pular para o conteúdo
base-description = Crie uma conta em { $site }, entre e gerencie sua conta.
base-help-html = Precisa de ajuda? <a href="{ $link }"><bdi>{ $email }</bdi></a>
base-terms = Termos de uso
base-privacy = Privacidade
base-reference-html = Referência: <strong>{ $reference }</strong>
base-language = Idioma
base-language-submit = Alterar

## Forms

form-error-summary-title = Há um problema
form-email-suggestion = Você quis dizer { $email }?
form-new-password-hint = { $minimum ->
    [one] Pelo menos { $minimum } caractere. Algumas palavras sem relação entre si funcionam bem.
   *[other] Pelo menos { $minimum } caracteres. Algumas palavras sem relação entre si funcionam bem.
}
form-password-sufficient = Boa senha. Com mais uma palavra, fica ainda mais difícil de adivinhar.
form-password-strong = Senha forte: é muito difícil de adivinhar.
form-show-password = Mostrar senha
form-show-current-password = Mostrar senha atual
form-show-new-password = Mostrar nova senha

## Front page

home-title = Boas-vindas
home-tagline = Entre. Leva só um minuto.
home-account = Ir para sua conta

## Sign up

sign-up-title = Criar conta
sign-up-accept-terms-html = Aceito os <a href="{ $terms }">termos de uso</a>.
sign-up-terms-html = Ao se cadastrar, você concorda com os <a href="{ $terms }">termos de uso</a>.
sign-up-privacy-html = A <a href="{ $privacy }">política de privacidade</a> explica o que acontece com seus dados.
sign-up-duplicate-html = Esta conta é sua? <a href="{ $log_in }">Entre</a> ou <a href="{ $reset }">redefina sua senha</a>.
sign-up-aside-html = Já tem uma conta? <a href="{ $log_in }">Entrar</a>

## Log in

log-in-title = Entrar
log-in-forgot = Esqueceu a senha?
log-in-remember = Manter minha conta conectada neste dispositivo
log-in-aside-html = Ainda não tem conta? <a href="{ $sign_up }">Criar conta</a>

## Check your email: after signing up, or after asking for a link to set a new password.

check-mail-title = Confira seu e-mail
check-mail-text = Se o endereço informado estiver certo, um e-mail com um link está a caminho. Abra o link para continuar.
check-mail-hint = Não chegou nada em alguns minutos? Confira a pasta de spam ou tente de novo com outro endereço.
check-mail-sign-up-html = Enviamos um e-mail para <strong dir="auto">{ $email }</strong>. Abra o link que está nele para continuar.
check-mail-reset-html = Se houver uma conta com <strong dir="auto">{ $email }</strong>, um e-mail com um link para definir uma nova senha está a caminho.
check-mail-correct-html = Não chegou nada em alguns minutos? Confira a pasta de spam ou <a href="{ $link }">corrija o endereço</a>.
check-mail-undelivered-html = Não conseguimos entregar nosso e-mail a <strong dir="auto">{ $email }</strong>. Se o endereço não estiver certo, <a href="{ $link }">corrija-o</a>.
check-mail-resend = Enviar de novo

## Forgot your password: asking for the link.

reset-password-request-title = Esqueceu a senha?
reset-password-request-hint = Enviaremos por e-mail um link para você criar uma nova senha.
reset-password-request-submit = Enviar link
reset-password-request-aside-html = Lembrou a senha? <a href="{ $log_in }">Entrar</a>

## Set a new password: the page behind that link.

reset-password-title = Criar nova senha
reset-password-hint-html = Escolha uma nova senha para <strong dir="auto">{ $email }</strong>. Todas as suas sessões serão encerradas.
reset-password-submit = Salvar nova senha

## The first administrator: the page behind the one-time link that the server prints when it starts.

setup-title = Criar o primeiro administrador
setup-text = Administradores podem ver e gerenciar todas as contas. Este link só funciona uma vez.
setup-submit = Criar administrador
setup-have-account = Já tenho uma conta
setup-member-text-html = Você entrou como <strong dir="auto">{ $email }</strong>, e essa conta pode passar a ter acesso de administrador. Este link só funciona uma vez.
setup-member-submit = Obter acesso de administrador

## The page behind the link of an email. For each kind of email: the title of the page, a text, and a button that does it.

mail-link-email-verification-title = Confirme seu e-mail
mail-link-email-verification-text-html = <strong dir="auto">{ $email }</strong> é o seu e-mail?
mail-link-email-verification-button = Sim, confirmar
mail-link-sign-up-confirmation-title = Conclua seu cadastro
mail-link-sign-up-confirmation-text-html = Ao continuar, você cria sua conta em { $site } com o endereço <strong dir="auto">{ $email }</strong>. Não fez esse cadastro? É só fechar esta página.
mail-link-sign-up-confirmation-button = Criar minha conta
mail-link-email-change-title = Confirme seu novo e-mail
mail-link-email-change-text-html = Seu e-mail passará a ser <strong dir="auto">{ $email }</strong>. Daí em diante, use esse endereço para entrar.
mail-link-email-change-button = Usar este e-mail
mail-link-email-changed-title = Desfazer a alteração de e-mail
mail-link-email-changed-text-html = Sua conta volta a usar <strong dir="auto">{ $email }</strong>, todas as sessões são encerradas e a conta fica bloqueada até você criar uma nova senha. Enviaremos um link para isso por e-mail.
mail-link-email-changed-button = Desfazer alteração
mail-link-account-locked-title = Desbloqueie sua conta
mail-link-account-locked-text-html = Bloqueamos a conta de <strong dir="auto">{ $email }</strong> após muitas senhas incorretas. Se sua senha é forte, você pode desbloquear a conta.
mail-link-account-locked-button = Desbloquear minha conta

## Error pages. Their titles and texts are elsewhere.

error-page-status = Erro { $status }
error-page-home = Ir para a página inicial
error-page-new-link = Pedir um novo link
error-page-help-html = O problema continua? <a href="{ $link }">Escreva para nós</a>
