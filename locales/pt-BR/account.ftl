### The pages on which people who are logged in manage their own account.

## Your account

account-unverified-title = Confirme seu e-mail
account-unverified-text-html = Confirme <strong dir="auto">{ $email }</strong> pelo link que enviamos por e-mail. Assim, você poderá recuperar sua conta se precisar. Não recebeu?
account-undelivered-html = Não conseguimos entregar nosso e-mail a <strong dir="auto">{ $email }</strong>. O endereço está certo? Se não estiver, <a href="{ $change }">corrija-o</a>.
account-unverified-submit = Enviar novo link
account-locked-title = Sua conta está parcialmente bloqueada
account-locked-text-html = Houve muitas senhas incorretas, por isso você só pode entrar em dispositivos que já usou. Para desbloquear sua conta, abra o link que enviamos por e-mail ou <a href="{ $reset }">crie uma nova senha</a>.
account-pending-email-title = Alteração de e-mail
account-pending-email-html = Falta você confirmar <strong dir="auto">{ $email }</strong>. Seu e-mail continua o mesmo até você abrir o link que enviamos para lá.
account-pending-email-resend = Enviar o link de novo
account-pending-email-cancel = Cancelar alteração
account-details-title = Perfil
account-name-hint = Opcional. Você e os administradores deste site o veem ao lado do seu e-mail. Deixe em branco para remover.
account-name-submit = Salvar nome
account-email-state = Situação do e-mail
account-email-confirmed-html = Confirmado. <a href="{ $change }">Alterar e-mail</a>
account-email-unconfirmed-html = Ainda não confirmado. <a href="{ $change }">Alterar e-mail</a>
account-change-password = Alterar senha
account-member-since = Conta criada em
account-last-log-in = Último login
account-sections = Seções desta página
account-security-title = Segurança
account-log-in-state = Login
account-log-in-open = Em qualquer dispositivo, com sua senha
account-log-in-locked = Só em dispositivos que você já usou
account-activity = Atividade
account-activity-link = Ver sua atividade
account-data = Dados
account-data-link = Baixar seus dados
account-data-text = Receba uma cópia dos dados que este site guarda sobre você.
account-close = Zona de perigo
account-close-link = Encerrar sua conta
account-close-text = Encerrar a conta faz você sair de todos os dispositivos. Ela é excluída alguns dias depois; entre antes disso para mantê-la.
account-sessions-title = Dispositivos
account-sessions-hint = Sua conta está conectada nestes dispositivos. Não reconhece uma das sessões? Encerre-a e altere sua senha.
account-sessions-more = { $count ->
    [one] Mostramos apenas a sessão usada mais recentemente. Para encerrar também as que não aparecem aqui, encerre todas as outras sessões.
   *[other] Mostramos apenas as { $count } sessões usadas mais recentemente. Para encerrar também as que não aparecem aqui, encerre todas as outras sessões.
}
account-sessions-end-others = Encerrar as outras sessões

## Activity: a table of what happened to the account.

activity-title = Atividade
activity-hint-html = Viu algo que não foi você? <a href="{ $change_password }">Altere sua senha</a> para encerrar todas as outras sessões.
activity-none = Nenhuma atividade ainda.
activity-none-older = Não há nada mais antigo.

## Change email address

change-email-title = Alterar e-mail
change-email-hint-html = Seu e-mail é <strong dir="auto">{ $email }</strong>. Ele só muda quando você confirmar o novo endereço pelo link que enviaremos para lá.
change-email-new = Novo e-mail
change-email-submit = Enviar link ao novo e-mail

## Change password

change-password-title = Alterar senha
change-password-submit = Alterar senha

## Confirm your password: before something that nobody else should do in one's browser.

confirm-password-title = Confirme sua senha
confirm-password-hint = Para sua segurança, digite sua senha de novo.
confirm-password-submit = Continuar

## Your data: downloading everything about oneself.

export-title = Seus dados
export-text = Baixe um arquivo com os dados que { $site } guarda sobre você: sua conta, onde ela está conectada e de onde você já entrou, os e-mails que enviamos recentemente, a atividade da sua conta e o que você fez em outras contas.
export-hint = É um arquivo JSON, que qualquer editor de texto abre. Da sua senha, guardamos apenas um hash, que não faz parte do arquivo.
export-submit = Baixar seus dados

## Close your account

close-account-title = Encerrar sua conta
close-account-text-html = { $days ->
    [one] Isso encerra na hora todas as suas sessões, inclusive as de aplicativos que usam sua conta. A conta de <strong dir="auto">{ $email }</strong> será excluída em { $days } dia.
   *[other] Isso encerra na hora todas as suas sessões, inclusive as de aplicativos que usam sua conta. A conta de <strong dir="auto">{ $email }</strong> será excluída em { $days } dias.
    }
close-account-hint-html = Mudou de ideia? Entre neste site antes disso para manter sua conta. Depois da exclusão, permanece um registro da atividade dela, com endereços IP e navegadores, mas sem seu e-mail. Se quiser, <a href="{ $export }">baixe seus dados</a> antes.
close-account-submit = Encerrar minha conta
