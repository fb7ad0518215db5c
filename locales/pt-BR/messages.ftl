### Sentences that the program chooses: what has just happened, what is wrong with a form, what an event or an email was.

## Flash messages: shown once at the top of the next page

flash-account-created = Boas-vindas! Sua conta está pronta.
flash-logged-out = Você saiu da conta.
flash-password-changed = Senha alterada. Todas as suas outras sessões foram encerradas.
flash-name-changed = Nome salvo.
flash-name-removed = Nome removido.
flash-session-ended = Esse dispositivo foi desconectado.
flash-session-gone = Esse dispositivo já estava desconectado.
flash-other-sessions-ended = Todos os seus outros dispositivos foram desconectados.
flash-set-up-done = Agora você tem acesso de administrador.
flash-please-log-in = Entre para continuar.
flash-log-in-refused = E-mail ou senha incorretos, ou conta desativada.
flash-email-taken = E-mail já cadastrado
flash-too-many-attempts = Muitas tentativas.
flash-unavailable = Há muitos acessos no momento. Nada foi alterado.
flash-unexpected = Algo deu errado do nosso lado. Nada foi alterado. Tente de novo.
try-again-soon = Tente de novo daqui a pouco.
try-again-seconds = { $count ->
    [one] Tente de novo em { $count } segundo.
   *[other] Tente de novo em { $count } segundos.
}
try-again-minutes = { $count ->
    [one] Tente de novo em { $count } minuto.
   *[other] Tente de novo em { $count } minutos.
}
try-again-hours = { $count ->
    [one] Tente de novo em { $count } hora.
   *[other] Tente de novo em { $count } horas.
}

flash-account-closed = Sua conta foi encerrada e será excluída. Mudou de ideia? Entre antes disso para manter a conta.
flash-account-reopened = Que bom ter você de volta! Sua conta foi reaberta e não será mais excluída.
flash-last-administrator-stays = Só você tem acesso de administrador. Antes, dê esse acesso a outra pessoa.

# Confirming and changing an email address
flash-verification-sent = Enviamos um novo link. Os anteriores não funcionam mais.
flash-link-sent-again = Se o endereço estiver certo, outro e-mail está a caminho. Só o link mais recente funciona.
flash-email-verified = Tudo certo! Seu e-mail está confirmado.
flash-sign-up-confirmed = Boas-vindas! Sua conta está pronta. Entre com a senha que você escolheu.
flash-email-change-requested = Enviamos um link para o novo endereço. Seu e-mail muda quando você abrir o link.
flash-email-change-cancelled = A alteração foi cancelada. Seu e-mail continua o mesmo.
flash-email-change-not-pending = Não há mais nenhuma alteração de e-mail para confirmar.
flash-email-changed = E-mail atualizado. Enviamos um aviso ao endereço antigo.
flash-email-change-undone = Seu endereço antigo está de volta, e todos os dispositivos foram desconectados. Enviamos por e-mail um link para você criar uma nova senha; até lá, sua conta fica bloqueada.
flash-email-taken-meanwhile = Nesse meio-tempo, outra pessoa se cadastrou com esse endereço, por isso nada foi alterado.
flash-email-unverified = Primeiro, confirme seu e-mail. Enviamos um link para você.

# Passwords and locked accounts
flash-unlocked = Sua conta foi desbloqueada.
flash-password-reset = Sua senha foi alterada, e todas as suas sessões foram encerradas. Entre com a nova senha.
flash-session-ended-by-failures = Foram muitas senhas incorretas, por isso encerramos sua sessão. Entre de novo para continuar.

# What administrators did to an account
flash-user-disabled = A conta foi desativada, e todas as sessões dela foram encerradas.
flash-user-enabled = A conta foi reativada.
flash-user-unlocked = A conta foi desbloqueada.
flash-user-signed-out = Todas as sessões dessa pessoa foram encerradas.
flash-admin-granted = Essa pessoa agora tem acesso de administrador e precisa entrar de novo.
flash-admin-revoked = Essa pessoa não tem mais acesso de administrador.
flash-last-administrator = Só essa pessoa tem acesso de administrador. Antes, dê esse acesso a outra.
flash-mail-retried = Reenviando.
flash-mail-not-given-up = Só é possível reenviar e-mails com falha.

## Mistakes in forms: shown at the field and at the top of the page

mistake-email-missing = Digite seu e-mail.
mistake-new-email-missing = Digite seu novo e-mail.
mistake-email-invalid = Digite um e-mail como name@example.com.
mistake-email-too-long = Esse e-mail é longo demais.
mistake-email-look-alike = Esse endereço mistura alfabetos ou tem letras que só parecem iguais. Digite de novo usando um único layout de teclado.
mistake-email-taken = Já existe uma conta com esse e-mail.
mistake-email-unchanged = Esse já é o seu e-mail.
mistake-password-missing = Digite uma senha.
mistake-current-password-missing = Digite sua senha atual.
mistake-new-password-missing = Digite uma nova senha.
mistake-password-too-short = { $minimum ->
    [one] Use pelo menos { $minimum } caractere.
   *[other] Use pelo menos { $minimum } caracteres.
}
mistake-password-too-long = { $maximum ->
    [one] Use no máximo { $maximum } caractere.
   *[other] Use no máximo { $maximum } caracteres.
}
mistake-password-unreadable = Essa senha tem caracteres que não conseguimos ler.
mistake-password-common = Essa senha é comum demais. Experimente algumas palavras sem relação entre si.
mistake-password-guessable = Essa senha é fácil de adivinhar. Acrescente algumas palavras sem relação entre si.
mistake-password-from-context = Não use seu e-mail nem o nome deste site na senha.
mistake-password-blocklisted = Essa senha não é permitida aqui. Escolha outra.
mistake-password-wrong = Essa não é a sua senha atual.
mistake-terms-not-accepted = Aceite os termos de uso para se cadastrar.
mistake-name-too-long = { $maximum ->
    [one] Seu nome é longo demais. Use no máximo { $maximum } caractere.
   *[other] Seu nome é longo demais. Use no máximo { $maximum } caracteres.
}
mistake-name-unreadable = Seu nome contém caracteres invisíveis. Digite-o de novo sem eles.

## Error pages: a title, and what to do next

error-400-title = Não conseguimos ler isso
error-400-text = Havia algo errado no que seu navegador enviou. Volte e tente de novo.
error-401-title = Entre na sua conta
error-401-text = É preciso entrar para ver esta página.
error-403-title = Não permitido
error-403-text = Esta solicitação veio de outro site, por isso nada foi alterado. Abra a página por aqui e tente de novo.
error-404-title = Página não encontrada
error-404-text = Não há nenhuma página neste endereço. Talvez ela tenha mudado de lugar ou o link esteja errado.
error-405-title = Esta página não faz isso
error-405-text = A página existe, mas não para esse tipo de solicitação.
error-408-title = Demorou demais
error-408-text = Seu navegador começou uma solicitação, mas não terminou. Verifique sua conexão e tente de novo.
error-410-title = Este link expirou ou já foi usado
error-410-text = Entre na sua conta ou peça um novo link. Se você pediu mais de um, só o mais recente funciona.
error-413-title = Grande demais
error-413-text = Isso é mais do que este site aceita. Envie algo menor.
error-414-title = Longo demais
error-414-text = O endereço ou os cabeçalhos da solicitação são longos demais.
error-415-title = Formato não aceito
error-415-text = Esta página recebe formulários da web, mas foi enviada outra coisa.
error-422-title = Não conseguimos aceitar o formulário
error-422-text = O que foi enviado não corresponde ao formulário. Volte e tente de novo.
error-429-title = Muitas tentativas
error-429-text = Limitamos o número de tentativas para proteger as contas.
error-503-title = Há muitos acessos no momento
error-503-text = Nada foi alterado.
error-500-title = Algo deu errado
error-500-text = O problema é do nosso lado. Nada foi alterado. Tente de novo.
error-other-title = Não deu certo
error-other-text = Não conseguimos responder a esta solicitação. Volte e tente de novo.

error-set-up-link-title = Este link expirou ou já foi usado
error-set-up-link-text = Um link de configuração funciona uma única vez, no prazo de um dia e só enquanto não houver administrador. Reinicie o servidor para receber um novo ou execute “frontdesk admin create”.
error-confirm-password-title = Confirme sua senha
error-confirm-password-text = Confirme a senha em /account/confirm e tente de novo.

## Events: lines in the activity log of an account. Short; no full stop.

event-signed-up = Conta criada
event-logged-in = Login na conta
event-log-in-failed = Falha no login
event-logged-out = Saída da conta
event-password-changed = Senha alterada
event-session-ended = Dispositivo desconectado
event-sessions-ended = Todas as sessões encerradas
event-disabled = Conta desativada
event-enabled = Conta reativada
event-admin-granted = Acesso de administrador concedido
event-admin-revoked = Acesso de administrador removido
event-set-up-used = Link de configuração usado
event-refresh-token-reused = Aplicativo desconectado: um token antigo foi usado de novo
event-account-closed = Conta encerrada
event-account-reopened = Conta reaberta
event-account-deleted = Conta excluída
event-data-exported = Dados baixados
event-email-verified = E-mail confirmado
event-password-reset-requested = Redefinição de senha solicitada
event-password-reset = Senha redefinida
event-email-change-requested = Alteração de e-mail solicitada
event-email-change-cancelled = Alteração de e-mail cancelada
event-email-changed = E-mail alterado
event-email-change-undone = Alteração de e-mail desfeita
event-account-locked = Conta bloqueada
event-account-unlocked = Conta desbloqueada
event-mail-retried = E-mail reenviado
event-password-confirmation-failed = Senha incorreta com a sessão aberta
event-session-ended-by-failures = Sessão encerrada após muitas senhas incorretas
event-sign-up-repeated = Cadastro repetido
event-rate-limited = Recusado por um tempo: muitas tentativas
event-access-denied = Recusado: só para administradores
event-cross-site-refused = Recusado: enviado de outro site

# Who did it
actor-you = Você
actor-administrator = Um administrador
actor-command-line = Linha de comando
actor-unknown = Desconhecido
actor-email = { $email }
actor-former-user = Ex-usuário { $id }

## Emails, as lists of sent mail name them

mail-kind-email-verification = Confirmar e-mail
mail-kind-sign-up-confirmation = Concluir cadastro
mail-kind-password-reset = Criar nova senha
mail-kind-email-change = Confirmar novo e-mail
mail-kind-email-changed = E-mail alterado
mail-kind-password-changed = Senha alterada
mail-kind-new-device = Novo login
mail-kind-account-closed = Conta encerrada
mail-kind-account-locked = Muitas senhas incorretas
mail-kind-session-ended = Sessão encerrada: muitas senhas incorretas
mail-kind-admin-granted = Acesso de administrador concedido
mail-kind-admin-revoked = Acesso de administrador removido
mail-kind-account-disabled = Conta desativada
mail-kind-account-enabled = Conta reativada

# Why an email was not sent: continues the sentence "Não enviado: …".
not-sent-account-disabled = a conta está desativada, então o link não funcionaria.
not-sent-address-changed = a conta agora tem outro endereço.
not-sent-link-expired = é tão antigo que o link já teria expirado.
not-sent-replaced = foi substituído por um mais recente.
not-sent-not-needed = não é mais necessário.
not-sent-too-many = este endereço não confirmado já recebeu e-mails demais.
